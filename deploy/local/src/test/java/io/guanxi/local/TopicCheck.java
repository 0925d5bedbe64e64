package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of every topic, seen by a stranger who reads committed records. */
final class TopicCheck {
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    private TopicCheck() {}

    /**
     * Reads the whole topic and returns its distinct events by id. Per partition the first
     * occurrences come in rising sequence, and a repeat is identical.
     */
    static Map<String, TestTopics.Message> promiseKept(String bootstrap, String topic) {
        Map<String, TestTopics.Message> byId = new LinkedHashMap<>();
        Map<Integer, String> last = new HashMap<>();
        for (TestTopics.Message message : TestTopics.read(bootstrap, topic)) {
            String id = message.headers().get("ce_id");
            TestTopics.Message first = byId.putIfAbsent(id, message);
            if (first != null) {
                assertThat(message.value()).as("repeat of %s", id).isEqualTo(first.value());
                assertThat(message.key()).isEqualTo(first.key());
                continue;
            }
            String sequence = message.headers().get("ce_sequence");
            String before = last.put(message.partition(), sequence);
            assertThat(sequence)
                    .as("sequence on %s-%d", topic, message.partition())
                    .isGreaterThan(before == null ? "" : before);
        }
        return byId;
    }

    /** Everything of the ledger arrives, each thing by one event of the type. */
    static void onceEach(
            Stack stack, String topic, String type, String idField, Set<String> ledger) {
        Eventually.passes(
                GENEROUS,
                () -> {
                    List<String> ids = new ArrayList<>();
                    for (TestTopics.Message message :
                            promiseKept(stack.kafka().bootstrap(), topic).values()) {
                        if (("io.guanxi." + type + ".v1").equals(message.type())) {
                            ids.add(json(message.value()).path(idField).asText());
                        }
                    }
                    assertThat(ids).doesNotHaveDuplicates().containsAll(ledger);
                });
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
