package io.guanxi.kit.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kit.service.http.StrictText;
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
 * and its signature is the dearest part of a short answer. What failed is not remembered, what has
 * expired does not count, and all are verified anew once the issuer signs with another key. A key
 * that is withdrawn without another one counts for that moment longer.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends DefaultJWTCallerPrincipalFactory {
    private static final int MOST_CHARACTERS = 8 << 20;
    private static final int MOST_KEYS = 16;
    private static final Duration MOMENT = Duration.ofSeconds(20);

    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((String token, JWTCallerPrincipal _) -> token.length())
                    .expireAfterWrite(MOMENT)
                    .build();

    /** A token's header names the key. */
    private final Cache<String, Boolean> keys =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && NumericDate.now().getValue() < known.getExpirationTime()) {
            return known;
        }
        JWTCallerPrincipal principal = super.parse(token, rules);
        if (!StrictText.storable(principal.getSubject())) {
            throw new ParseException("The database cannot be asked for the subject");
        }
        String header = token.substring(0, token.indexOf('.'));
        if (keys.asMap().putIfAbsent(header, true) == null) {
            verified.invalidateAll();
        }
        verified.put(token, principal);
        return principal;
    }
}
