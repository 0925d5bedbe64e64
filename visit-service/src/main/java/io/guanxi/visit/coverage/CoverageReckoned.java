package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.reckoning.Reckoned;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.visit.coverage.CoverageCommand.ReckonAfresh;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** All cadences of all clients follow the setting. */
@ApplicationScoped
class CoverageReckoned implements Reckoned {
    private static final UUID FIRST = new UUID(0, 0);

    private final Rules rules;
    private final BusinessClock clock;
    private final DataSource database;

    CoverageReckoned(Rules rules, BusinessClock clock, DataSource database) {
        this.rules = rules;
        this.clock = clock;
        this.database = database;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Set<String> settings() {
        return Set.of(Rules.SETTING);
    }

    @Override
    public boolean followsCalendars() {
        return false;
    }

    @Override
    public List<String> subjects(String after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select client_id from coverage where client_id > ?
                                order by client_id limit ?""")) {
            select.setObject(1, after == null ? FIRST : UUID.fromString(after));
            select.setInt(2, limit);
            List<String> clients = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    clients.add(row.getString(1));
                }
            }
            return clients;
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    @Override
    public UUID stream(String clientId) {
        return CoverageStream.of(UUID.fromString(clientId));
    }

    @Override
    public void reckon(String clientId, Session session) {
        session.execute(
                CoverageStream.AGGREGATE,
                stream(clientId),
                new ReckonAfresh(UUID.fromString(clientId), rules.now(), clock.now()));
    }
}
