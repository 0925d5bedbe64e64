package io.guanxi.kit.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets no caller ask faster than agreed: 429 with {@code Retry-After}. */
@Provider
public class RateLimit implements ContainerRequestFilter {
    private static final int MOST_CALLERS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Cache<String, TokenBucket> callers =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(FORGOTTEN_AFTER)
                    .build();
    private final CurrentIdentityAssociation identity;
    private final Caller caller;
    private final int personPerSecond;
    private final int systemPerSecond;

    RateLimit(
            CurrentIdentityAssociation identity,
            Caller caller,
            @ConfigProperty(name = "guanxi.rate.person-per-second") int personPerSecond,
            @ConfigProperty(name = "guanxi.rate.system-per-second") int systemPerSecond) {
        this.identity = identity;
        this.caller = caller;
        this.personPerSecond = personPerSecond;
        this.systemPerSecond = systemPerSecond;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (identity.getIdentity().isAnonymous()) {
            return;
        }
        int perSecond = caller.is(Role.SYSTEM) ? systemPerSecond : personPerSecond;
        if (perSecond > 0
                && !callers.get(caller.id(), _ -> new TokenBucket(perSecond))
                        .take(System.nanoTime())) {
            throw Problem.tooFast(A_MOMENT);
        }
    }
}
