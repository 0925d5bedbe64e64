package io.guanxi.kit.service.security;

import io.guanxi.kit.service.lookup.SharedLookup;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * Takes from a token every role that the directory does not confirm: staff have what both say,
 * while active; who is no staff can only be what needs none.
 */
@ApplicationScoped
public class EffectiveRoles implements SecurityIdentityAugmentor {
    /**
     * Whether a row of {@code book_cover} holds at an instant, which is to be bound twice; one that
     * was cancelled ended then, and held until then.
     */
    public static final String COVERING = "from_at <= ? and ? < to_at";

    private static final String LISTED =
            """
            select staff_id, active, roles,
                   array(select staff_id from book_cover
                         where cover_id = s.staff_id and %s) as covers
            from book_staff s where staff_id = any(?)"""
                    .formatted(COVERING);

    private final DataSource database;
    private final BusinessClock clock;
    private final SharedLookup<String, Listed> directory = new SharedLookup<>(this::listed);

    EffectiveRoles(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What the directory says of somebody: the roles of who is active, and whom they cover. */
    private record Listed(Set<Role> roles, Set<String> covers) {}

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

    /** Back to where the request is served, and known. */
    private static Executor thisContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : after -> context.runOnContext(_ -> after.run());
    }

    private static SecurityIdentity confirmed(SecurityIdentity identity, Optional<Listed> listed) {
        Set<Role> claimed = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(group -> Role.ofGroup(group).ifPresent(claimed::add));
        Set<String> roles = new HashSet<>();
        confirmed(claimed, listed).forEach(role -> roles.add(role.group()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(Caller.COVERS, listed.map(Listed::covers).orElse(Set.of()))
                .addRoles(roles)
                .build();
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

    private Map<String, Listed> listed(Set<String> ids) {
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LISTED)) {
            select.setObject(1, now);
            select.setObject(2, now);
            select.setArray(3, connection.createArrayOf("text", ids.toArray()));
            Map<String, Listed> listed = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Set<String> covers = texts(rows.getArray("covers"));
                    listed.put(rows.getString("staff_id"), new Listed(roles(rows), covers));
                }
            }
            return listed;
        } catch (SQLException e) {
            throw new IllegalStateException("The directory cannot be read", e);
        }
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (row.getBoolean("active")) {
            texts(row.getArray("roles"))
                    .forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
        }
        return roles;
    }

    /** Who covers somebody in two absences at once is told of them twice. */
    private static Set<String> texts(Array array) throws SQLException {
        return array == null ? Set.of() : Set.copyOf(List.of((String[]) array.getArray()));
    }
}
