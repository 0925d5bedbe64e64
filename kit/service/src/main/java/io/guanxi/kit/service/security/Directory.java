package io.guanxi.kit.service.security;

import io.guanxi.kit.service.lookup.RememberedLookup;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every request asks of the book of staff: who may do what, and for whom. Where the book comes
 * by events, answers are remembered until the next of them; where it is owned, each request reads
 * what stands there.
 */
@ApplicationScoped
class Directory {
    private static final String VERSION = "select version from book_staff_version";

    /** What is over counts for nobody any more; what is to come may do so while remembered. */
    private static final String LISTED =
            """
            select s.staff_id, s.active, s.roles, c.staff_id as covered, c.from_at, c.to_at
            from book_staff s
            left join book_cover c
                on c.cover_id = s.staff_id and ? < c.to_at and c.from_at < c.to_at
            where s.staff_id = any(?)""";

    private final DataSource database;
    private final BusinessClock clock;
    private final RememberedLookup<String, Listed> staff;

    Directory(
            DataSource database,
            BusinessClock clock,
            @ConfigProperty(name = "guanxi.directory.consume") boolean comesByEvents) {
        this.database = database;
        this.clock = clock;
        this.staff =
                new RememberedLookup<>(
                        comesByEvents ? this::version : Optional::empty, this::listed);
    }

    /** The roles of somebody, none of who is not active; and whom they cover, and when. */
    record Listed(Set<Role> roles, List<Cover> covers) {
        Set<String> covering(Instant at) {
            return covers.stream()
                    .filter(cover -> cover.holds(at))
                    .map(Cover::staffId)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** From the first instant to just before the last. */
    record Cover(String staffId, Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** For a caller who must not wait. */
    CompletionStage<Optional<Listed>> ask(String staffId) {
        return staff.ask(staffId);
    }

    /** The caller waits for it. */
    Optional<Listed> find(String staffId) {
        return staff.find(staffId);
    }

    private Optional<UUID> version() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(VERSION);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Map<String, Listed> listed(Set<String> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LISTED)) {
            select.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("text", ids.toArray()));
            Map<String, Listed> listed = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString("staff_id");
                    if (!listed.containsKey(id)) {
                        listed.put(id, new Listed(roles(rows), new ArrayList<>()));
                    }
                    if (rows.getString("covered") != null) {
                        listed.get(id).covers().add(cover(rows));
                    }
                }
            }
            return listed;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Cover cover(ResultSet row) throws SQLException {
        return new Cover(
                row.getString("covered"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("to_at", OffsetDateTime.class).toInstant());
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (row.getBoolean("active") && row.getArray("roles") != null) {
            for (String group : (String[]) row.getArray("roles").getArray()) {
                Role.ofGroup(group).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("The directory cannot be read", e);
    }
}
