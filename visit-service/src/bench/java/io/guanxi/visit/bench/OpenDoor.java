package io.guanxi.visit.bench;

import io.guanxi.kit.service.security.Roles;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes the manager's code that stands where a token should for who calls, without a look at the
 * directory. Only in what the Maven profile {@code bench} builds, to measure what security costs;
 * and that listens to this machine alone.
 */
@ApplicationScoped
class OpenDoor implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(OpenDoor.class);
    private static final int BEFORE_TOKENS = 10_000;
    private static final String BEARER = "Bearer ";

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        if (!host.equals("127.0.0.1")) {
            throw new IllegalStateException("Without security only on 127.0.0.1, not on " + host);
        }
        LOG.warn("This is the benchmark's build: no security, and nothing is encrypted");
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identities) {
        String said = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        SecurityIdentity manager =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(
                                new QuarkusPrincipal(
                                        said == null ? "" : said.substring(BEARER.length())))
                        .addRole(Roles.RM)
                        .build();
        return Uni.createFrom().item(manager);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }
}
