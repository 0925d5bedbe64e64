package io.guanxi.kit.service.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the request being served, with the roles that count: token ∩ directory. */
@RequestScoped
public class Caller {
    static final String COVERS = "guanxi.covers";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The staff code, {@code svc:<name>} or another subject of the token. */
    public String id() {
        return idOf(identity);
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String group : identity.getRoles()) {
            Role.ofGroup(group).ifPresent(roles::add);
        }
        return Collections.unmodifiableSet(roles);
    }

    /** Whom the caller covers now. */
    public Set<String> covers() {
        Set<String> covers = identity.getAttribute(COVERS);
        return covers == null ? Set.of() : covers;
    }

    static String idOf(SecurityIdentity identity) {
        // The principal's own name would be upn or preferred_username where a token has them.
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** Whether the caller has any of the roles. */
    public boolean is(Role... any) {
        for (Role role : any) {
            if (identity.hasRole(role.group())) {
                return true;
            }
        }
        return false;
    }
}
