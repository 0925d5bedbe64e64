package io.guanxi.scoring.activity;

import io.guanxi.kit.service.personal.PersonalStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Lines that were no facts, in the words they came in. They can be anything, so they are searched
 * for the client's numbers as whole words: one that is short counts only beside its system's name.
 * A line that names nobody we know goes with time, see {@link RejectedLines}.
 */
@ApplicationScoped
class RejectedLineStore implements PersonalStore {
    private static final String ABOUT =
            """
             from activity_rejected rejected where exists (
                select from client_number number
                 where number.client_id = ?
                   and (length(number.value) >= 6
                        or strpos(lower(rejected.line), lower(number.system)) > 0)
                   and rejected.line ~*
                       ('(^|[^[:alnum:]])'
                        || regexp_replace(number.value, '([^[:alnum:]])', '\\\\\\1', 'g')
                        || '($|[^[:alnum:]])'))
            """;

    @Override
    public String name() {
        return "activity_rejected";
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
