package io.guanxi.scoring.activity;

import io.guanxi.kit.service.bulk.RawLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The facts of one body on their way in, some at a time. A dry run decides all of them and takes
 * each back, so it remembers what its earlier lines would have brought.
 */
final class FactTaking {
    private final FactLines lines;
    private final boolean dry;
    private final Map<IncomingFact.Key, UUID> decided = new HashMap<>();

    FactTaking(FactLines lines, boolean dry) {
        this.lines = lines;
        this.dry = dry;
    }

    /** Takes these lines in, in the caller's transaction. */
    List<FactResult> take(Connection connection, List<RawLine> some, Instant now)
            throws SQLException {
        Savepoint before = dry ? connection.setSavepoint() : null;
        List<FactResult> taken =
                lines.take(connection, some.stream().map(RawLine::json).toList(), now);
        if (dry) {
            connection.rollback(before);
        }
        List<FactResult> results = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            FactResult result = taken.get(i).at(some.get(i).number());
            results.add(dry ? compared(result, some.get(i)) : result);
        }
        return results;
    }

    private FactResult compared(FactResult result, RawLine line) {
        boolean kept =
                result.result() == FactResult.Outcome.ACCEPTED
                        || result.result() == FactResult.Outcome.UNRESOLVED;
        if (!kept) {
            return result;
        }
        IncomingFact fact = lines.fact(line.json()).orElseThrow();
        UUID before = decided.putIfAbsent(fact.key(), fact.digest());
        if (before == null) {
            return result;
        }
        return before.equals(fact.digest())
                ? FactResult.duplicate(result.line(), result.id())
                : FactResult.rejected(result.line(), result.id(), Rejection.changed());
    }
}
