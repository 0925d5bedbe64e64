package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.RelayCursor.Tail;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds the last committed record of each partition. Where the offset that the cursor remembers
 * still exists that is one short read; else it looks back from the end in growing steps.
 */
final class TopicTails implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_STEP = 64;
    private static final long GROWTH = 16;

    /** A last record as the topic has it. */
    record Last(Tail tail, String id) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String source;

    /**
     * @param source whose records count; others may write to the same topic
     */
    TopicTails(Map<String, Object> kafka, String source) {
        this.source = source;
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put("isolation.level", "read_committed");
        configuration.put("enable.auto.commit", "false");
        configuration.put("auto.offset.reset", "earliest");
        consumer =
                new KafkaConsumer<>(
                        configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Map<TopicPartition, Last> find(
            Collection<String> topics, Map<TopicPartition, Tail> remembered) {
        List<TopicPartition> all =
                topics.stream()
                        .flatMap(
                                topic ->
                                        IntStream.range(0, Partitions.COUNT)
                                                .mapToObj(p -> new TopicPartition(topic, p)))
                        .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, Last> found = new HashMap<>();
        Map<TopicPartition, Long> froms = new HashMap<>();
        for (TopicPartition partition : all) {
            if (begins.get(partition) < ends.get(partition)) {
                froms.put(partition, from(remembered.get(partition), ends.get(partition)));
            }
        }
        for (long step = FIRST_STEP * GROWTH; !froms.isEmpty(); step *= GROWTH) {
            Map<TopicPartition, Long> bounded = new HashMap<>();
            froms.forEach((p, from) -> bounded.put(p, Math.max(begins.get(p), from)));
            read(bounded, ends, found);
            froms.keySet().removeIf(p -> found.containsKey(p) || froms.get(p) <= begins.get(p));
            long back = step;
            froms.replaceAll((p, _) -> ends.get(p) - back);
        }
        return found;
    }

    private static long from(Tail remembered, long end) {
        return remembered != null && remembered.offset() < end
                ? remembered.offset()
                : end - FIRST_STEP;
    }

    private void read(
            Map<TopicPartition, Long> froms,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Last> found) {
        consumer.assign(froms.keySet());
        froms.forEach(consumer::seek);
        Set<TopicPartition> open = new HashSet<>(froms.keySet());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!open.isEmpty()) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                // A relay that waits for ever would keep another process from leading.
                throw new TimeoutException("Kafka does not give the ends of " + open);
            }
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                if (!source.equals(CloudEvents.text(record.headers(), "ce_source"))) {
                    continue;
                }
                Tail tail = new Tail(CloudEvents.sequence(record), record.offset());
                found.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new Last(tail, CloudEvents.text(record.headers(), "ce_id")));
            }
            open.removeIf(p -> consumer.position(p) >= ends.get(p));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
