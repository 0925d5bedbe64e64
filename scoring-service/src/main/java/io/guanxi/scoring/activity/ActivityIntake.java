package io.guanxi.scoring.activity;

import io.guanxi.kit.service.bulk.LineResult;
import io.guanxi.kit.service.bulk.RawLine;
import io.guanxi.kit.service.bulk.RowKind;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.WriteTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes bodies of facts in, some lines a transaction: whoever sends one again loses nothing. */
@ApplicationScoped
class ActivityIntake implements RowKind {
    private static final int LINES_A_TRANSACTION = 2_000;

    private final FactLines lines;
    private final WriteTransactions transactions;
    private final BusinessClock clock;

    ActivityIntake(FactLines lines, WriteTransactions transactions, BusinessClock clock) {
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public IntakeReport atOnce(List<RawLine> all, boolean dry) {
        FactTaking taking = new FactTaking(lines, dry);
        List<FactResult> results = new ArrayList<>(all.size());
        for (int first = 0; first < all.size(); first += LINES_A_TRANSACTION) {
            List<RawLine> some =
                    all.subList(first, Math.min(all.size(), first + LINES_A_TRANSACTION));
            results.addAll(transactions.run(connection -> take(taking, connection, some)));
        }
        return IntakeReport.of(results, dry);
    }

    @Override
    public Taking begin(boolean dry) {
        FactTaking taking = new FactTaking(lines, dry);
        return (connection, some) ->
                take(taking, connection, some).stream().map(ActivityIntake::told).toList();
    }

    private List<FactResult> take(FactTaking taking, Connection connection, List<RawLine> some)
            throws SQLException {
        return taking.take(connection, some, clock.now());
    }

    /** In the words of every import; a fact that waits for its client was taken all the same. */
    private static LineResult told(FactResult fact) {
        LineResult.Outcome outcome =
                switch (fact.result()) {
                    case ACCEPTED, UNRESOLVED -> LineResult.Outcome.CREATED;
                    case DUPLICATE -> LineResult.Outcome.EXISTING;
                    case REJECTED ->
                            Rejection.MALFORMED.equals(fact.code())
                                    ? LineResult.Outcome.INVALID
                                    : LineResult.Outcome.REFUSED;
                };
        String code =
                fact.result() == FactResult.Outcome.UNRESOLVED
                        ? "activity.unresolved"
                        : fact.code();
        return new LineResult(fact.line(), outcome, fact.id(), code, fact.detail(), fact.errors());
    }

    void reverse(IncomingFact.Key key) {
        transactions.run(
                connection -> {
                    Reversals.reverse(connection, key, clock.now());
                    return null;
                });
    }
}
