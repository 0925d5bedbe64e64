package io.guanxi.local.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Versions without gaps, rules kept at every step, and rows that equal the fold of the events. */
final class StreamCheck {
    /**
     * The fold of a tally.
     *
     * @param moves its events, which is its version too
     */
    record Fold(long sum, int moves) {
        static final Fold NOTHING = new Fold(0, 0);

        Fold after(int n) {
            return new Fold(sum + n, moves + 1);
        }
    }

    private final Stored stored;
    private final Findings findings;

    StreamCheck(Stored stored, Findings findings) {
        this.stored = stored;
        this.findings = findings;
    }

    Map<UUID, Fold> run() {
        Map<UUID, Fold> folds = new HashMap<>();
        for (Stored.Event event : stored.tallyEvents()) {
            Fold next = folds.getOrDefault(event.stream(), Fold.NOTHING).after(event.n());
            if (event.version() != next.moves()) {
                findings.broken(
                        "%s is event number %d of its stream".formatted(event, next.moves()));
            }
            if (next.sum() < 0) {
                findings.broken("%s took more than there was".formatted(event));
            }
            folds.put(event.stream(), next);
        }
        Map<UUID, Integer> versions = new HashMap<>();
        folds.forEach((id, fold) -> versions.put(id, fold.moves()));
        for (Stored.Note note : stored.notes()) {
            int number = versions.merge(note.stream(), 1, Integer::sum);
            if (note.journalVersion() != number) {
                findings.broken("%s is event number %d of its stream".formatted(note, number));
            }
        }
        stored.streams()
                .forEach(
                        (id, version) -> {
                            if (!Objects.equals(version, versions.remove(id))) {
                                findings.broken("stream %s says version %d".formatted(id, version));
                            }
                        });
        versions.keySet().forEach(id -> findings.broken("stream %s has events only".formatted(id)));
        return folds;
    }
}
