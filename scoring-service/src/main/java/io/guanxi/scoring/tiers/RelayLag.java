package io.guanxi.scoring.tiers;

import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.WriteTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How far the topics are behind the store. A run pauses while that is much, so that books and
 * alerts are never starved.
 */
@ApplicationScoped
class RelayLag {
    private static final long MOST = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final String LAG =
            """
            select coalesce(pg_sequence_last_value(
                       pg_get_serial_sequence('event', 'position')::regclass), 0) - position
            from relay_cursor
            """;

    private final WriteTransactions transactions;

    RelayLag(WriteTransactions transactions) {
        this.transactions = transactions;
    }

    /** Waits a moment for the relay; false if it is still too far behind. */
    boolean keepsUp() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (events() > MOST) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private long events() {
        return transactions.run(
                connection -> {
                    try (Batch<Void> batch = Batch.of(connection, LAG, List.of())) {
                        return batch.query(row -> row.getLong(1)).getFirst();
                    }
                });
    }
}
