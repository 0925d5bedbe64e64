package io.guanxi.local.chaos;

import io.guanxi.local.chaos.StreamCheck.Fold;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was written in the append, by the projection and by the reaction. */
final class ReaderCheck {
    private record Reaction(UUID journal, UUID command, int version) {}

    private final Stored stored;
    private final Map<UUID, Fold> folds;
    private final Findings findings;

    ReaderCheck(Stored stored, Map<UUID, Fold> folds, Findings findings) {
        this.stored = stored;
        this.folds = folds;
        this.findings = findings;
    }

    void run(RunDatabase database) throws SQLException {
        rows(database, "tally_view", "moves", "0");
        rows(database, "tally_seen", "last_version", "disorder");
        notes();
        long parked = database.number("SELECT count(*) FROM parked");
        findings.equal(0L, parked, "records still parked after their replay");
    }

    private void rows(RunDatabase database, String table, String version, String disorder)
            throws SQLException {
        Map<UUID, Fold> left = new HashMap<>(folds);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT tally_id, sum, moves, %s, %s FROM %s"
                                        .formatted(version, disorder, table))) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                Fold found = new Fold(row.getLong(2), row.getInt(3));
                Fold expected = left.remove(id);
                if (!found.equals(expected) || row.getInt(4) != found.moves()) {
                    findings.broken(
                            "%s has %s of %s, its events %s".formatted(table, found, id, expected));
                }
                if (row.getInt(5) > 0) {
                    findings.broken("%s saw events of %s out of order".formatted(table, id));
                }
            }
        }
        left.forEach((id, fold) -> findings.broken("%s lacks %s, %s".formatted(table, id, fold)));
    }

    private void notes() {
        Set<Reaction> due = new HashSet<>();
        for (Stored.Event event : stored.tallyEvents()) {
            if (Journal.notes(event.version())) {
                due.add(new Reaction(Journal.of(event.stream()), event.command(), event.version()));
            }
        }
        for (Stored.Note note : stored.notes()) {
            Reaction done = new Reaction(note.stream(), note.command(), note.version());
            if (!due.remove(done)) {
                findings.broken("%s was noted twice, or for nothing".formatted(done));
            }
        }
        due.forEach(reaction -> findings.broken("%s was never noted".formatted(reaction)));
        findings.count("reactions", stored.notes().size());
    }
}
