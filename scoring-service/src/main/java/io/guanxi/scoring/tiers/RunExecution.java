package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.runtime.Backlog;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.WriteTransactions;
import io.guanxi.scoring.tiers.TierCommand.PlaceClient;
import io.guanxi.scoring.tiers.TierRunCommand.CompleteTierRun;
import io.guanxi.scoring.value.ValueModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Carries a run out in three steps that a crash may part: all rows in one transaction, what changed
 * in chunks whose command ids follow from where they begin, and the end.
 */
@ApplicationScoped
class RunExecution {
    private static final Logger LOG = Logger.getLogger(RunExecution.class);
    private static final int CHUNK = 500;
    private static final String ACTOR = "svc:scoring-service";

    private final WriteTransactions transactions;
    private final EventStore store;
    private final Settings settings;
    private final BusinessClock clock;
    private final Backlog relay;

    RunExecution(
            WriteTransactions transactions,
            EventStore store,
            Settings settings,
            BusinessClock clock,
            Backlog relay) {
        this.transactions = transactions;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.relay = relay;
    }

    /**
     * Takes the run to its end, or as far as the relay can follow; then it is to be called again.
     */
    void advance(RunProgress.Waiting waiting) {
        UUID run = waiting.run();
        RunProgress progress =
                transactions
                        .run(connection -> RunProgress.find(connection, run))
                        .orElseGet(() -> compute(waiting));
        if (!progress.published() || publish(progress)) {
            complete(progress);
        }
    }

    private RunProgress compute(RunProgress.Waiting waiting) {
        ValueModels models = settings.get(ValueModels.NAME, ValueModels.class);
        return transactions.run(
                connection -> {
                    List<CohortResult> results = new ArrayList<>();
                    for (ClientKind kind : ClientKind.values()) {
                        results.add(compute(connection, waiting, kind, models));
                    }
                    boolean published = !RunProgress.overtaken(connection, waiting.asOf());
                    RunProgress.computed(connection, waiting.run(), published, results);
                    return new RunProgress(waiting.run(), waiting.asOf(), published, results, null);
                });
    }

    private CohortResult compute(
            Connection connection, RunProgress.Waiting waiting, ClientKind kind, ValueModels models)
            throws SQLException {
        TierWindows windows = TierWindows.of(waiting.asOf(), clock.zone());
        RunCohort cohort = RunInputs.read(connection, kind, windows, waiting.asOf());
        RunOutcome outcome = RunOutcome.of(cohort, models);
        try (RunRowCopy copy = new RunRowCopy(connection, waiting.run())) {
            outcome.rows(copy::write);
            copy.end();
        }
        CohortResult result = outcome.result();
        LOG.infof("Run %s, %s: %d ranked, %s", waiting.run(), kind, result.size(), result.counts());
        return result;
    }

    /** Tells what changed; false: the relay is too far behind for now. */
    private boolean publish(RunProgress progress) {
        int publishDelta = settings.get(ValueModels.NAME, ValueModels.class).publishDelta();
        UUID after = progress.after();
        while (relay.keepsUp()) {
            UUID from = after;
            List<RunRows.Stored> rows =
                    transactions.run(
                            connection -> RunRows.changed(connection, progress.run(), from, CHUNK));
            if (rows.isEmpty()) {
                return true;
            }
            publish(progress, rows, Uuids.v5(progress.run(), "after:" + from), publishDelta);
            after = rows.getLast().client();
            UUID reached = after;
            transactions.run(
                    connection -> {
                        progress.advance(connection, reached);
                        return null;
                    });
        }
        return false;
    }

    private void publish(
            RunProgress progress, List<RunRows.Stored> rows, UUID command, int publishDelta) {
        store.execute(
                CommandContext.of(command, ACTOR, clock.now()),
                Standing.stream(rows.getFirst().client()),
                session -> {
                    for (RunRows.Stored row : rows) {
                        TierEvent.TierChanged placed =
                                TierReceipts.placed(
                                        row,
                                        progress.run(),
                                        progress.asOf(),
                                        progress.cohort(row.cohort()),
                                        clock.zone());
                        session.execute(
                                Standing.AGGREGATE,
                                Standing.stream(row.client()),
                                new PlaceClient(placed, publishDelta));
                    }
                });
    }

    private void complete(RunProgress progress) {
        store.execute(
                CommandContext.of(Uuids.v5(progress.run(), "complete"), ACTOR, clock.now()),
                TierRun.AGGREGATE,
                progress.run(),
                new CompleteTierRun(progress.published(), progress.cohorts()));
        LOG.infof("Run %s is complete", progress.run());
    }
}
