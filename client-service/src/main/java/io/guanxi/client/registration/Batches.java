package io.guanxi.client.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines that go in together: one manager's, owned since the same instant, so many at most. */
final class Batches {
    /** Bounds one transaction; a personal book fits. */
    private static final int LARGEST = 500;

    private Batches() {}

    /** A line and the client it made. */
    record Entry(int line, Newcomer client) {}

    /** Lines for one append; {@code rmId} null: nobody's. */
    record Batch(Optional<String> rmId, Instant since, int part, List<Entry> entries) {

        /** Its name within the request, the same when the request comes again. */
        String name() {
            return rmId.orElse("") + "|" + entries.getFirst().line() + "|" + part;
        }
    }

    private record Key(Optional<String> rmId, Instant since) {}

    static List<Batch> of(List<Entry> entries) {
        Map<Key, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Key key = new Key(Optional.ofNullable(entry.client().rmId()), entry.client().since());
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
        }
        List<Batch> batches = new ArrayList<>();
        groups.forEach(
                (key, group) -> {
                    for (int from = 0; from < group.size(); from += LARGEST) {
                        int to = Math.min(from + LARGEST, group.size());
                        batches.add(
                                new Batch(
                                        key.rmId(),
                                        key.since(),
                                        from / LARGEST,
                                        List.copyOf(group.subList(from, to))));
                    }
                });
        return batches;
    }
}
