package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.TestTopics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a topic promises: per partition the first occurrences come in rising sequence, and a repeat
 * is identical.
 */
final class Promise {
    private Promise() {}

    /** Reads the topic, checks the promise, and returns the distinct events by id. */
    static Map<String, TestTopics.Message> kept(String bootstrap, String topic) {
        Map<String, TestTopics.Message> byId = new LinkedHashMap<>();
        Map<Integer, String> last = new HashMap<>();
        List<TestTopics.Message> messages = TestTopics.read(bootstrap, topic);
        for (TestTopics.Message message : messages) {
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
}
