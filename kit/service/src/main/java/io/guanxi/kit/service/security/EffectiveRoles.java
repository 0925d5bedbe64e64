package io.guanxi.kit.service.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Takes from a token every role that the directory does not confirm: staff have what both say,
 * while active; who is no staff can only be what needs none.
 */
@ApplicationScoped
public class EffectiveRoles implements SecurityIdentityAugmentor {
    private final DataSource database;

    EffectiveRoles(DataSource database) {
        this.database = database;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> confirmed(identity));
    }

    private SecurityIdentity confirmed(SecurityIdentity identity) {
        Set<Role> claimed = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(group -> Role.ofGroup(group).ifPresent(claimed::add));
        Set<String> roles =
                effective(Caller.idOf(identity), claimed).stream()
                        .map(Role::group)
                        .collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(roles)
                .build();
    }

    /** Which of the claimed roles somebody has. */
    public Set<Role> effective(String id, Set<Role> claimed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(claimed);
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select active, roles from book_staff where staff_id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    roles.retainAll(confirmed(row));
                } else {
                    roles.removeIf(Role::needsStaff);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The directory cannot be read", e);
        }
        return roles;
    }

    private static Set<Role> confirmed(ResultSet row) throws SQLException {
        Set<Role> confirmed = EnumSet.noneOf(Role.class);
        Array roles = row.getArray("roles");
        if (row.getBoolean("active") && roles != null) {
            Arrays.stream((String[]) roles.getArray())
                    .forEach(group -> Role.ofGroup(group).ifPresent(confirmed::add));
        }
        return confirmed;
    }
}
