package io.guanxi.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a stranger sees of the topics: committed records only. */
public final class TestTopics {
    private static final Duration POLL = Duration.ofMillis(200);

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private TestTopics() {}

    /**
     * A {@code ce_sequence} for a test that stands in for another service: higher than any before,
     * whichever test of this JVM sends it; consumers drop what does not rise.
     */
    public static String nextSequence() {
        return "%019d".formatted(SEQUENCE.addAndGet(10));
    }

    /** A committed record. */
    public record Message(
            int partition, long offset, String key, String value, Map<String, String> headers) {
        /** The CloudEvents type, or null. */
        public String type() {
            return headers.get("ce_type");
        }
    }

    /** Everything on the topic of this JVM's Kafka until now. */
    public static List<Message> read(String topic) {
        return read(TestStack.kafka().bootstrap(), topic);
    }

    /** Everything that was committed on the topic before the call. */
    public static List<Message> read(String bootstrap, String topic) {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest");
        List<Message> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            // The position also passes over commit markers, which are never delivered.
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, String> found : consumer.poll(POLL)) {
                    records.add(of(found));
                }
            }
        }
        return records;
    }

    /** Waits until so many records match, and returns those. */
    public static List<Message> await(
            String topic, Duration generous, int count, Predicate<Message> predicate) {
        return Eventually.get(
                generous,
                () -> {
                    List<Message> found = read(topic).stream().filter(predicate).toList();
                    return found.size() >= count ? found : null;
                });
    }

    /** Sends a record and waits until the broker has it. */
    public static void send(String topic, String key, String json) {
        send(topic, key, json, Map.of());
    }

    /** Sends a record with headers. */
    public static void send(String topic, String key, String json, Map<String, String> headers) {
        send(TestStack.kafka().bootstrap(), topic, key, json, headers);
    }

    /** Sends a record to any Kafka. */
    public static void send(
            String bootstrap, String topic, String key, String json, Map<String, String> headers) {
        ProducerRecord<String, String> sent = new ProducerRecord<>(topic, key, json);
        headers.forEach(
                (name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(sent).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The record cannot be sent", e);
        }
    }

    private static Message of(ConsumerRecord<String, String> found) {
        Map<String, String> headers = new java.util.TreeMap<>();
        for (Header header : found.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Message(found.partition(), found.offset(), found.key(), found.value(), headers);
    }
}
