package io.guanxi.scoring.activity;

import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.WriteTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes a body of facts in, some lines a transaction: whoever sends it again loses nothing. */
@ApplicationScoped
class ActivityIntake {
    private static final int MOST_LINES = 10_000;
    private static final int LINES_A_TRANSACTION = 2_000;

    private final FactLines lines;
    private final WriteTransactions transactions;
    private final BusinessClock clock;

    ActivityIntake(FactLines lines, WriteTransactions transactions, BusinessClock clock) {
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    IntakeReport take(InputStream body) {
        List<byte[]> all = new ArrayList<>();
        Ndjson.lines(
                body,
                (number, line) -> {
                    if (all.size() == MOST_LINES) {
                        throw Problem.tooLarge(
                                "activities.too-many",
                                "At most " + MOST_LINES + " facts are taken at once.");
                    }
                    all.add(line);
                });
        List<FactResult> results = new ArrayList<>(all.size());
        for (int first = 0; first < all.size(); first += LINES_A_TRANSACTION) {
            int end = Math.min(all.size(), first + LINES_A_TRANSACTION);
            results.addAll(take(all.subList(first, end), first + 1));
        }
        return IntakeReport.of(results);
    }

    private List<FactResult> take(List<byte[]> some, int first) {
        return transactions.run(connection -> lines.take(connection, some, first, clock.now()));
    }

    void reverse(IncomingFact.Key key) {
        transactions.run(
                connection -> {
                    Reversals.reverse(connection, key, clock.now());
                    return null;
                });
    }
}
