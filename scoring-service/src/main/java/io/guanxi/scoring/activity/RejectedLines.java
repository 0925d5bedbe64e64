package io.guanxi.scoring.activity;

import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.WriteTransactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets go of rejected lines after a time: nobody knows whom what is in them is about, so nothing
 * else would ever forget it.
 */
@ApplicationScoped
class RejectedLines {
    private static final Logger LOG = Logger.getLogger(RejectedLines.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final String OLD = "delete from activity_rejected where received_at < ?";

    /** The setting {@code rejected-lines}. */
    record Rules(int keptDays) {}

    private final WriteTransactions transactions;
    private final Settings settings;
    private final BusinessClock clock;

    RejectedLines(WriteTransactions transactions, Settings settings, BusinessClock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every("rejected-lines", PAUSE, this::forget);
    }

    void forget() {
        int days = settings.get("rejected-lines", Rules.class).keptDays();
        Instant before = clock.now().minus(Duration.ofDays(days));
        int forgotten = transactions.run(connection -> forget(connection, before));
        if (forgotten > 0) {
            LOG.infof("Let go of %d rejected lines", forgotten);
        }
    }

    private static int forget(java.sql.Connection connection, Instant before) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, OLD, List.of())) {
            return batch.with(before).update();
        }
    }
}
