package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.WriteTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reckons the risks of clients that were touched, behind the intake. A crash at any point is
 * harmless: the mark goes last, and a risk that was told is not told again.
 */
@ApplicationScoped
class ChurnWatch {
    private static final int AT_ONCE = 500;
    private static final String ACTOR = "svc:scoring-service";

    private final WriteTransactions transactions;
    private final EventStore store;
    private final Settings settings;
    private final BusinessClock clock;

    ChurnWatch(
            WriteTransactions transactions,
            EventStore store,
            Settings settings,
            BusinessClock clock) {
        this.transactions = transactions;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a chunk of clients was found to be like. */
    private record Chunk(
            List<AssessmentRows.Due> due,
            List<AssessmentRows.Assessment> assessments,
            List<AssessChurn> news) {}

    /** Reckons one chunk of those due and answers how many it were. */
    int assessSome() {
        ChurnModel model = settings.get(ChurnModel.NAME, ChurnModel.class);
        ChurnWindows windows = ChurnWindows.of(model, clock.today());
        Chunk chunk = transactions.run(connection -> assess(connection, model, windows));
        if (chunk.due().isEmpty()) {
            return 0;
        }
        tell(chunk.news());
        transactions.run(
                connection -> {
                    AssessmentRows.keep(connection, chunk.assessments());
                    AssessmentRows.done(connection, chunk.due());
                    return null;
                });
        return chunk.due().size();
    }

    private Chunk assess(Connection connection, ChurnModel model, ChurnWindows windows)
            throws SQLException {
        List<AssessmentRows.Due> due = AssessmentRows.due(connection, AT_ONCE);
        List<UUID> clients = due.stream().map(AssessmentRows.Due::client).toList();
        Map<UUID, Churn> told = AssessmentRows.told(connection, clients);
        Map<UUID, ChurnInputs> inputs =
                new ChurnInputRows(clock.zone()).read(connection, windows, clients);
        ChurnFormula formula = new ChurnFormula(model);
        List<AssessmentRows.Assessment> assessments = new ArrayList<>();
        List<AssessChurn> news = new ArrayList<>();
        for (UUID client : clients) {
            ChurnInputs input = inputs.get(client);
            Churn churn = told.getOrDefault(client, Churn.UNTOLD);
            AssessChurn command =
                    new AssessChurn(client, model, formula.risk(input), windows, input);
            RiskLevel level = ChurnDecider.level(command, churn.level());
            assessments.add(new AssessmentRows.Assessment(client, level, command.receipt()));
            if (ChurnDecider.isNews(command, churn, level)) {
                news.add(command);
            }
        }
        return new Chunk(due, assessments, news);
    }

    private void tell(List<AssessChurn> news) {
        if (news.isEmpty()) {
            return;
        }
        CommandContext context = CommandContext.of(Uuids.v7(), ACTOR, clock.now());
        store.execute(
                context,
                Churn.stream(news.getFirst().clientId()),
                session ->
                        news.forEach(
                                command ->
                                        session.execute(
                                                Churn.AGGREGATE,
                                                Churn.stream(command.clientId()),
                                                command)));
    }
}
