package io.guanxi.scoring.activity;

import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.scoring.sql.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which client a number belongs to. */
final class ClientNumbers {
    private static final String FIND =
            """
            select number.system, number.value, number.client_id
            from unnest(?, ?) as asked (system, value)
            join client_number number
                on number.system = asked.system and number.value = asked.value
            """;

    private ClientNumbers() {}

    static Map<ExternalId, UUID> find(Connection connection, Collection<ExternalId> numbers)
            throws SQLException {
        Map<ExternalId, UUID> clients = new HashMap<>();
        try (Batch<ExternalId> batch = Batch.of(connection, FIND, numbers)) {
            batch.texts(ExternalId::system)
                    .texts(ExternalId::value)
                    .query(
                            row ->
                                    clients.put(
                                            new ExternalId(row.getString(1), row.getString(2)),
                                            row.getObject(3, UUID.class)));
        }
        return clients;
    }
}
