package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where clients stand, with the receipt of the run that said so. */
@ApplicationScoped
public class Standings {
    private final Queries queries;
    private final TierRunList runs;
    private final EventStore store;
    private final BusinessClock clock;

    Standings(Queries queries, TierRunList runs, EventStore store, BusinessClock clock) {
        this.queries = queries;
        this.runs = runs;
        this.store = store;
        this.clock = clock;
    }

    /** The row of the last published run, or else what was recorded last. */
    public Optional<TierEvent.TierChanged> find(UUID client) {
        return queries.run(connection -> ofRun(connection, client)).or(() -> recorded(client));
    }

    private Optional<TierEvent.TierChanged> ofRun(Connection connection, UUID client)
            throws SQLException {
        return RunRows.latest(connection, client).map(this::placed);
    }

    private TierEvent.TierChanged placed(RunRows.OfRun found) {
        TierRunView.Row run = runs.get(found.run());
        CohortResult cohort =
                run.cohorts().stream()
                        .filter(each -> each.cohort() == found.row().cohort())
                        .findFirst()
                        .orElseThrow();
        return TierReceipts.placed(found.row(), run.runId(), run.asOf(), cohort, clock.zone());
    }

    private Optional<TierEvent.TierChanged> recorded(UUID client) {
        List<Recorded<TierEvent>> events =
                store.read(Standing.AGGREGATE, Standing.stream(client), 0);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        switch (events.getLast().event()) {
                            case TierEvent.TierChanged changed -> changed;
                        });
    }
}
