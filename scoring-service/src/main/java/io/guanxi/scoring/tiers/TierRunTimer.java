package io.guanxi.scoring.tiers;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.WriteTransactions;
import io.guanxi.scoring.tiers.TierRunCommand.RequestTierRun;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Carries out the runs that wait, one after the other, and asks for one each quarter (TI-07). */
@ApplicationScoped
class TierRunTimer implements DueWork {
    static final String TIMER = "tier-runs";

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String ACTOR = "svc:scoring-service";
    private static final int MONTHS = 3;

    /** The transaction is idle while the run works on others, for as long as that takes. */
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(7412),"
                    + " set_config('idle_in_transaction_session_timeout', '0', true)";

    private static final String WAITING = "select count(*) from tier_run where state = 'REQUESTED'";

    /** Quarters follow from the first run on: before it there is nothing to assess again. */
    private static final String QUARTER_OPEN =
            """
            select exists (select 1 from tier_run where as_of < ?)
                and not exists (select 1 from tier_run where as_of >= ?)
            """;

    private final RunExecution execution;
    private final EventStore store;
    private final WriteTransactions transactions;
    private final BusinessClock clock;

    TierRunTimer(
            RunExecution execution,
            EventStore store,
            WriteTransactions transactions,
            BusinessClock clock) {
        this.execution = execution;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every(TIMER, PAUSE, this::run);
    }

    /** One instance runs at a time: the lock is held as long as this transaction. */
    private void run() {
        transactions.run(
                connection -> {
                    if (truth(connection, ALONE)) {
                        askForTheQuarter(connection);
                        Optional<RunProgress.Waiting> waiting = RunProgress.next(connection);
                        waiting.ifPresent(execution::advance);
                    }
                    return null;
                });
    }

    private void askForTheQuarter(Connection connection) throws SQLException {
        Instant quarter = quarter(clock.today());
        if (quarterOpen(connection, quarter)) {
            UUID run = Ids.of("tier-run", quarter.toString());
            store.execute(
                    CommandContext.of(Uuids.v5(run, "request"), ACTOR, clock.now()),
                    TierRun.AGGREGATE,
                    run,
                    new RequestTierRun(run, quarter));
        }
    }

    private Instant quarter(LocalDate day) {
        int first = (day.getMonthValue() - 1) / MONTHS * MONTHS + 1;
        return LocalDate.of(day.getYear(), first, 1).atStartOfDay(clock.zone()).toInstant();
    }

    private static boolean quarterOpen(Connection connection, Instant quarter) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, QUARTER_OPEN, List.of())) {
            return batch.with(quarter).with(quarter).query(row -> row.getBoolean(1)).getFirst();
        }
    }

    private static boolean truth(Connection connection, String sql) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, sql, List.of())) {
            return batch.query(row -> row.getBoolean(1)).getFirst();
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
                    Instant quarter = quarter(LocalDate.ofInstant(now, clock.zone()));
                    try (Batch<Void> batch = Batch.of(connection, WAITING, List.of())) {
                        long waiting = batch.query(row -> row.getLong(1)).getFirst();
                        return waiting + (quarterOpen(connection, quarter) ? 1 : 0);
                    }
                });
    }
}
