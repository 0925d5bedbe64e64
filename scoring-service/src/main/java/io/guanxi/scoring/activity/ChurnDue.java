package io.guanxi.scoring.activity;

import io.guanxi.scoring.sql.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** Marks clients whose churn risk must be reckoned again; many facts are one mark. */
public final class ChurnDue {
    private static final String TOUCH =
            """
            insert into churn_due (client_id)
            select touched from unnest(?) as touched order by touched
            on conflict (client_id) do update set stamp = nextval('churn_due_stamp')
            """;

    private ChurnDue() {}

    public static void touch(Connection connection, Collection<UUID> clients) throws SQLException {
        if (clients.isEmpty()) {
            return;
        }
        try (Batch<UUID> batch = Batch.of(connection, TOUCH, clients)) {
            batch.ids(Function.identity()).update();
        }
    }
}
