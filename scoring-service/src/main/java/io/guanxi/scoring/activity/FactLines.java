package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.kit.service.http.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes lines in as they come from a body or a topic: reads, takes, and lists what is bad. */
@ApplicationScoped
public class FactLines {
    private final Intake intake;
    private final FactReader reader;

    FactLines(Intake intake, @ConfigProperty(name = "guanxi.currency") String baseCurrency) {
        this.intake = intake;
        this.reader = new FactReader(new FactRules(baseCurrency));
    }

    /** A line as it was read: a fact, or why it is none. */
    private record Read(IncomingFact fact, Rejection rejection) {}

    /**
     * Takes the lines in, in the caller's transaction.
     *
     * @param first the number of the first line
     */
    List<FactResult> take(Connection connection, List<byte[]> lines, int first, Instant now)
            throws SQLException {
        List<Read> read = new ArrayList<>(lines.size());
        List<IncomingFact> facts = new ArrayList<>(lines.size());
        List<Rejections.Rejected> rejected = new ArrayList<>();
        for (byte[] line : lines) {
            Read each = reader.read(line, fact -> new Read(fact, null), why -> new Read(null, why));
            read.add(each);
            if (each.fact() == null) {
                rejected.add(Rejections.Rejected.of(line, each.rejection()));
            } else {
                facts.add(each.fact());
            }
        }
        Rejections.keep(connection, rejected, now);
        return results(read, intake.take(connection, facts, now), first);
    }

    private static List<FactResult> results(List<Read> read, List<Intake.Taken> taken, int first) {
        List<FactResult> results = new ArrayList<>(read.size());
        int nextFact = 0;
        for (Read each : read) {
            int line = first + results.size();
            results.add(
                    each.fact() == null
                            ? result(line, null, FactResult.Outcome.REJECTED, each.rejection())
                            : result(line, each.fact().fact(), taken.get(nextFact++)));
        }
        return results;
    }

    private static FactResult result(int line, ActivityFact fact, Intake.Taken taken) {
        return result(line, fact.id(), taken.outcome(), taken.rejection());
    }

    private static FactResult result(
            int line, String id, FactResult.Outcome outcome, Rejection why) {
        return why == null
                ? new FactResult(line, outcome, id, null, null, List.of())
                : new FactResult(
                        line,
                        outcome,
                        id,
                        why.code(),
                        why.detail(),
                        List.of(new FieldError(why.pointer(), why.detail())));
    }
}
