package io.guanxi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Listens to topics from now on, as any system of the bank could. */
final class TopicWatch implements AutoCloseable {
    private static final int KEPT = 100_000;
    private static final String PREFIX = "io.guanxi.";

    private final KafkaConsumer<String, String> consumer;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Thread thread = new Thread(this::listen, "topic-watch");

    /** An event, and when it was readable here. */
    record Arrival(long nanos, String topic, String type, JsonNode event) {}

    private TopicWatch(String bootstrap, List<String> topics) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "isolation.level",
                                "read_committed",
                                "fetch.min.bytes",
                                1),
                        new StringDeserializer(),
                        new StringDeserializer());
        List<TopicPartition> partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
    }

    static TopicWatch of(String bootstrap, String... topics) {
        TopicWatch watch = new TopicWatch(bootstrap, List.of(topics));
        watch.thread.start();
        return watch;
    }

    /** Waits for an event that came since the watch began. */
    Optional<Arrival> await(Duration patience, Predicate<Arrival> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (arrivals) {
            while (true) {
                Optional<Arrival> found = arrivals.stream().filter(wanted).findFirst();
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                try {
                    arrivals.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
        }
    }

    List<Arrival> soFar(Predicate<Arrival> wanted) {
        synchronized (arrivals) {
            return arrivals.stream().filter(wanted).toList();
        }
    }

    private void listen() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(1))) {
                    keep(each);
                }
            }
        } catch (WakeupException e) {
            return; // Closed.
        }
    }

    private void keep(ConsumerRecord<String, String> each) {
        long now = System.nanoTime();
        synchronized (arrivals) {
            if (arrivals.size() < KEPT) {
                arrivals.add(new Arrival(now, each.topic(), type(each), json(each.value())));
                arrivals.notifyAll();
            }
        }
    }

    /** {@code io.guanxi.visit-logged.v1} is shown as visit-logged. */
    private static String type(ConsumerRecord<String, String> each) {
        Header header = each.headers().lastHeader("ce_type");
        if (header == null) {
            return "";
        }
        String type = new String(header.value(), StandardCharsets.UTF_8);
        String name = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        int version = name.lastIndexOf(".v");
        return version < 0 ? name : name.substring(0, version);
    }

    private static JsonNode json(String value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException e) {
            return Json.MAPPER.missingNode();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
