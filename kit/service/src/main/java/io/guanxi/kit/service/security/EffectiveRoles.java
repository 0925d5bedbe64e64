package io.guanxi.kit.service.security;

import io.guanxi.kit.service.security.Directory.Listed;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Takes from a token every role that the directory does not confirm: staff have what both say,
 * while active; who is no staff can only be what needs none.
 */
@ApplicationScoped
public class EffectiveRoles implements SecurityIdentityAugmentor {
    private final Directory directory;
    private final BusinessClock clock;

    EffectiveRoles(Directory directory, BusinessClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        String id = Caller.idOf(identity);
        return Uni.createFrom()
                .completionStage(() -> directory.ask(id))
                .emitOn(thisContext())
                .map(listed -> confirmed(identity, listed));
    }

    /** Back to where the request is served, and known; what is remembered never left. */
    private static Executor thisContext() {
        Context context = Vertx.currentContext();
        return after -> {
            if (context == null || context == Vertx.currentContext()) {
                after.run();
            } else {
                context.runOnContext(_ -> after.run());
            }
        };
    }

    private SecurityIdentity confirmed(SecurityIdentity identity, Optional<Listed> listed) {
        Set<Role> claimed = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(group -> Role.ofGroup(group).ifPresent(claimed::add));
        Set<String> roles = new HashSet<>();
        confirmed(claimed, listed).forEach(role -> roles.add(role.group()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(Caller.COVERS, covering(listed))
                .addRoles(roles)
                .build();
    }

    private Set<String> covering(Optional<Listed> listed) {
        return listed.map(staff -> staff.covering(clock.now())).orElse(Set.of());
    }

    /** Which of the claimed roles somebody has. */
    public Set<Role> effective(String id, Set<Role> claimed) {
        return confirmed(claimed, directory.find(id));
    }

    private static Set<Role> confirmed(Set<Role> claimed, Optional<Listed> listed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(claimed);
        listed.ifPresentOrElse(
                staff -> roles.retainAll(staff.roles()), () -> roles.removeIf(Role::needsStaff));
        return roles;
    }
}
