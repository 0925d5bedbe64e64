package io.guanxi.scoring.activity;

import io.guanxi.kit.service.personal.PersonalStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Facts that still wait, in the words they came in, under a number of the client. */
@ApplicationScoped
class UnresolvedLineStore implements PersonalStore {
    private static final String ABOUT =
            """
             from activity_unresolved waiting where exists (
                select from client_number number
                 where number.client_id = ? and number.system = waiting.system
                   and number.value = waiting.value)
            """;

    @Override
    public String name() {
        return "activity_unresolved";
    }

    @Override
    public Optional<String> about() {
        return Optional.of(ABOUT);
    }

    @Override
    public void purge(Connection connection, UUID clientId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete" + ABOUT)) {
            delete.setObject(1, clientId);
            delete.executeUpdate();
        }
    }

    @Override
    public long remaining(Connection connection, UUID clientId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*)" + ABOUT)) {
            select.setObject(1, clientId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
