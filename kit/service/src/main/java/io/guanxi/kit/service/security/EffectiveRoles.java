package io.guanxi.kit.service.security;

import io.guanxi.kit.service.time.BusinessClock;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    /** Whether a row of {@code book_cover} holds at an instant, which is to be bound twice. */
    public static final String COVERING = "from_at <= ? and ? < to_at and state = 'ACTIVE'";

    private static final String STANDING =
            """
            select active, roles,
                   (select array_agg(distinct staff_id) from book_cover
                    where cover_id = s.staff_id and %s) as covers
            from book_staff s where staff_id = ?"""
                    .formatted(COVERING);

    private final DataSource database;
    private final BusinessClock clock;

    EffectiveRoles(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
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
        Standing standing = standing(Caller.idOf(identity), claimed);
        Set<String> roles = standing.roles().stream().map(Role::group).collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(Caller.COVERS, standing.covers())
                .addRoles(roles)
                .build();
    }

    /** Which of the claimed roles somebody has. */
    public Set<Role> effective(String id, Set<Role> claimed) {
        return standing(id, claimed).roles();
    }

    /** What the directory says of somebody, asked once for a request. */
    private record Standing(Set<Role> roles, Set<String> covers) {}

    private Standing standing(String id, Set<Role> claimed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(claimed);
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, now);
            select.setObject(2, now);
            select.setString(3, id);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    roles.retainAll(confirmed(row));
                    return new Standing(roles, texts(row.getArray("covers")));
                }
                roles.removeIf(Role::needsStaff);
                return new Standing(roles, Set.of());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The directory cannot be read", e);
        }
    }

    private static Set<Role> confirmed(ResultSet row) throws SQLException {
        Set<Role> confirmed = EnumSet.noneOf(Role.class);
        if (row.getBoolean("active")) {
            texts(row.getArray("roles"))
                    .forEach(group -> Role.ofGroup(group).ifPresent(confirmed::add));
        }
        return confirmed;
    }

    private static Set<String> texts(Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }
}
