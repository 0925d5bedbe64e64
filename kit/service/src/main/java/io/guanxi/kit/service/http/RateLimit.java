package io.guanxi.kit.service.http;

import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets no caller ask faster than agreed: 429 with {@code Retry-After}. For whom nobody knows there
 * is {@link Strangers}.
 */
@Provider
public class RateLimit implements ContainerRequestFilter {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final CurrentIdentityAssociation identity;
    private final Caller caller;
    private final TokenBuckets persons;
    private final TokenBuckets systems;

    RateLimit(
            CurrentIdentityAssociation identity,
            Caller caller,
            @ConfigProperty(name = "guanxi.rate.person-per-second") int personPerSecond,
            @ConfigProperty(name = "guanxi.rate.system-per-second") int systemPerSecond) {
        this.identity = identity;
        this.caller = caller;
        this.persons = new TokenBuckets(personPerSecond);
        this.systems = new TokenBuckets(systemPerSecond);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (identity.getIdentity().isAnonymous()) {
            return;
        }
        TokenBuckets callers = caller.is(Role.SYSTEM) ? systems : persons;
        if (!callers.take(caller.id())) {
            throw Problem.tooFast(A_MOMENT);
        }
    }
}
