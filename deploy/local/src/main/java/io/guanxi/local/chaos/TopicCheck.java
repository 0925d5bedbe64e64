package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.testing.TestTopics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every stored event is on the topic exactly once for whoever reads committed records, with the
 * same content, in rising sequence per partition.
 */
final class TopicCheck {
    private static final int PER_POSITION = 10;

    private final Stored stored;
    private final Findings findings;

    TopicCheck(Stored stored, Findings findings) {
        this.stored = stored;
        this.findings = findings;
    }

    void run(List<TestTopics.Message> messages) {
        Map<Long, Stored.Event> missing = new HashMap<>();
        stored.tallyEvents().forEach(event -> missing.put(event.position(), event));
        Set<String> ids = new HashSet<>();
        Map<Integer, Long> last = new HashMap<>();
        for (TestTopics.Message message : messages) {
            long sequence = Long.parseLong(message.headers().get("ce_sequence"));
            Long before = last.put(message.partition(), sequence);
            if (before != null && before >= sequence) {
                findings.broken(
                        "partition %d has %d after %d"
                                .formatted(message.partition(), sequence, before));
            }
            if (!ids.add(message.headers().get("ce_id"))) {
                findings.broken("sequence %d is on the topic twice".formatted(sequence));
                continue;
            }
            Stored.Event event = missing.remove(sequence / PER_POSITION);
            if (event == null) {
                findings.broken(
                        "sequence %d is on the topic, not in the store".formatted(sequence));
            } else {
                same(event, message);
            }
        }
        missing.values()
                .forEach(event -> findings.broken("%s is not on the topic".formatted(event)));
        findings.count("events on the topic", messages.size());
    }

    private void same(Stored.Event event, TestTopics.Message message) {
        Tally.Moved moved =
                Json.read(message.value().getBytes(StandardCharsets.UTF_8), Tally.Moved.class);
        if (!moved.tallyId().equals(event.stream())
                || !message.key().equals(event.stream().toString())
                || moved.version() != event.version()
                || moved.n() != event.n()
                || !moved.commandId().equals(event.command())) {
            findings.broken("%s is on the topic as %s".formatted(event, moved));
        }
    }
}
