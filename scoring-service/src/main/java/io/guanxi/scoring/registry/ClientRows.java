package io.guanxi.scoring.registry;

import io.guanxi.contracts.clients.ClientState;
import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.scoring.sql.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The registry's tables. */
final class ClientRows {
    /** The system under which a client's own id is one of its numbers. */
    private static final String OWN_SYSTEM = "guanxi";

    private static final String KEEP =
            """
            insert into client (client_id, kind, state)
            select * from unnest(?, ?, ?) as known (client_id, kind, state) order by client_id
            on conflict (client_id) do update set kind = excluded.kind, state = excluded.state
            """;
    private static final String NUMBER =
            """
            insert into client_number (system, value, client_id)
            select distinct on (system, value) *
            from unnest(?, ?, ?) as number (system, value, client_id)
            order by system, value, client_id
            on conflict (system, value) do update set client_id = excluded.client_id
            """;
    private static final String STATE = "update client set state = ? where client_id = ?";
    private static final String REPOINT =
            "update client_number set client_id = ? where client_id = ?";

    private ClientRows() {}

    /** A client with the numbers that name it. */
    record Known(UUID client, String kind, ClientState state, List<ExternalId> numbers) {}

    /**
     * Another state of a client.
     *
     * @param into the client that its numbers name from now on; null: still this one
     */
    record StateChange(UUID client, ClientState state, UUID into) {}

    private record Named(String system, String value, UUID client) {}

    static void keep(Connection connection, List<Known> clients) throws SQLException {
        if (clients.isEmpty()) {
            return;
        }
        try (Batch<Known> batch = Batch.of(connection, KEEP, clients)) {
            batch.ids(Known::client)
                    .texts(Known::kind)
                    .texts(client -> client.state().name())
                    .update();
        }
        List<Named> numbers = new ArrayList<>();
        for (Known client : clients) {
            numbers.add(new Named(OWN_SYSTEM, client.client().toString(), client.client()));
            for (ExternalId number : client.numbers()) {
                numbers.add(new Named(number.system(), number.value(), client.client()));
            }
        }
        try (Batch<Named> batch = Batch.of(connection, NUMBER, numbers)) {
            batch.texts(Named::system).texts(Named::value).ids(Named::client).update();
        }
    }

    static void change(Connection connection, List<StateChange> changes) throws SQLException {
        for (StateChange change : changes) {
            try (Batch<Void> batch = Batch.of(connection, STATE, List.of())) {
                batch.with(change.state().name()).with(change.client()).update();
            }
            if (change.into() != null) {
                try (Batch<Void> batch = Batch.of(connection, REPOINT, List.of())) {
                    batch.with(change.into()).with(change.client()).update();
                }
            }
        }
    }
}
