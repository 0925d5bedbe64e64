package io.guanxi.scoring.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Takes the lines in, in the caller's transaction. */
    List<FactResult> take(Connection connection, List<byte[]> lines, Instant now)
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
        return results(read, intake.take(connection, facts, now));
    }

    /** The fact that a line holds; empty if it is none. */
    Optional<IncomingFact> fact(byte[] line) {
        return reader.read(line, Optional::of, _ -> Optional.empty());
    }

    private static List<FactResult> results(List<Read> read, List<Intake.Taken> taken) {
        List<FactResult> results = new ArrayList<>(read.size());
        int nextFact = 0;
        for (Read each : read) {
            int line = 1 + results.size();
            results.add(
                    each.fact() == null
                            ? FactResult.rejected(line, null, each.rejection())
                            : result(line, each.fact().fact().id(), taken.get(nextFact++)));
        }
        return results;
    }

    private static FactResult result(int line, String id, Intake.Taken taken) {
        return taken.rejection() == null
                ? new FactResult(line, taken.outcome(), id, null, null, List.of())
                : FactResult.rejected(line, id, taken.rejection());
    }
}
