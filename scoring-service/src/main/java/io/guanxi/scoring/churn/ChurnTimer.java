package io.guanxi.scoring.churn;

import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.activity.BulkIntake;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.WriteTransactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps risks fresh: those of touched clients at once, those of all when a day begins, for the
 * windows move with it.
 */
@ApplicationScoped
class ChurnTimer implements DueWork {
    static final String TIMER = "churn";

    private static final Logger LOG = Logger.getLogger(ChurnTimer.class);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final String OPEN_DAY =
            """
            insert into churn_day (day)
            select ? where not exists (select 1 from churn_day where day >= ?)
            on conflict do nothing
            """;
    private static final String TOUCH_ALL =
            """
            insert into churn_due (client_id)
            select client_id from client where state = 'ACTIVE' order by client_id
            on conflict (client_id) do update set stamp = nextval('churn_due_stamp')
            """;
    private static final String COUNT =
            """
            select (select count(*) from churn_due)
                + (select count(*) from (values (?)) today (day)
                   where not exists (select 1 from churn_day where churn_day.day >= today.day))
            """;

    private final ChurnWatch watch;
    private final WriteTransactions transactions;
    private final BusinessClock clock;
    private volatile LocalDate opened = LocalDate.MIN;

    ChurnTimer(ChurnWatch watch, WriteTransactions transactions, BusinessClock clock) {
        this.watch = watch;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every(TIMER, PAUSE, this::run);
    }

    private void run() {
        openDay();
        if (transactions.run(BulkIntake::running)) {
            return;
        }
        int done;
        do {
            done = watch.assessSome();
        } while (done > 0 && !transactions.run(BulkIntake::running));
    }

    private void openDay() {
        LocalDate today = clock.today();
        if (today.isAfter(opened)) {
            int touched = transactions.run(connection -> touchAll(connection, today));
            if (touched > 0) {
                LOG.infof("A new day, %s: %d clients to reckon", today, touched);
            }
            opened = today;
        }
    }

    private static int touchAll(Connection connection, LocalDate today) throws SQLException {
        try (Batch<Void> day = Batch.of(connection, OPEN_DAY, List.of());
                Batch<Void> all = Batch.of(connection, TOUCH_ALL, List.of())) {
            return day.with(today).with(today).update() == 0 ? 0 : all.update();
        }
    }

    @Override
    public String name() {
        return TIMER;
    }

    @Override
    public long due(Instant now) {
        return transactions.run(
                connection -> {
                    try (Batch<Void> batch = Batch.of(connection, COUNT, List.of())) {
                        return batch.with(LocalDate.ofInstant(now, clock.zone()))
                                .query(row -> row.getLong(1))
                                .getFirst();
                    }
                });
    }
}
