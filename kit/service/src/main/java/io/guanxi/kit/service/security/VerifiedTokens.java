package io.guanxi.kit.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import org.jose4j.jwt.NumericDate;

/**
 * Verifies a token once and remembers it for a moment: callers send the same one with each request,
 * and its signature is the dearest part of a short answer. What an issuer withdraws counts here for
 * that moment longer; what has expired does not, and what failed is not remembered.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends DefaultJWTCallerPrincipalFactory {
    private static final int MOST = 10_000;
    private static final Duration MOMENT = Duration.ofSeconds(20);

    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && NumericDate.now().getValue() < known.getExpirationTime()) {
            return known;
        }
        JWTCallerPrincipal principal = super.parse(token, rules);
        verified.put(token, principal);
        return principal;
    }
}
