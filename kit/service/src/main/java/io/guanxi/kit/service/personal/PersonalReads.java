package io.guanxi.kit.service.personal;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who read whose personal data when: committed before the answer leaves, and only ever added to.
 * Each reading has a commit of its own, which PostgreSQL flushes together with those beside it.
 */
@ApplicationScoped
public class PersonalReads {
    private static final String INSERT =
            "insert into personal_read (read_id, at, reader_id, on_behalf_of, operation, client_ids)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String OF_CLIENT =
            "select read_id, at, reader_id, on_behalf_of, operation from personal_read"
                    + " where client_ids @> array[?::uuid] and read_id < ? order by read_id desc"
                    + " limit ?";

    private final javax.sql.DataSource database;
    private final Caller caller;
    private final BusinessClock clock;

    PersonalReads(
            @DataSource("write") javax.sql.DataSource database,
            Caller caller,
            BusinessClock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** One reading of a client's data. */
    public record PersonalRead(
            UUID id, Instant at, String readerId, String onBehalfOf, String operation) {}

    /**
     * Notes what the current caller is about to be shown.
     *
     * @param onBehalfOf for whom, where that is somebody else; null otherwise
     */
    public void note(String operation, String onBehalfOf, Collection<UUID> clients) {
        if (clients.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, Uuids.v7());
            insert.setObject(2, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
            insert.setString(3, caller.id());
            insert.setString(4, onBehalfOf);
            insert.setString(5, operation);
            insert.setArray(6, connection.createArrayOf("uuid", clients.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A reading cannot be noted, so nothing is shown", e);
        }
    }

    /** Who read this client's data, the newest first. */
    List<PersonalRead> of(UUID clientId, UUID before, int rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_CLIENT)) {
            select.setObject(1, clientId);
            select.setObject(2, before);
            select.setInt(3, rows);
            List<PersonalRead> reads = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reads.add(
                            new PersonalRead(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)));
                }
            }
            return reads;
        } catch (SQLException e) {
            throw new IllegalStateException("The readings cannot be listed", e);
        }
    }
}
