package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.ConsumerOffsets.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer on one thread: it polls, hands each batch to the {@link BatchWriter}, and remembers
 * its place only as the database has it.
 */
final class ConsumerLoop implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration LEAVE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final int FETCH = 4 * 1024 * 1024;

    private final String group;
    private final EventHandler handler;
    private final DataSource write;
    private final Map<String, Object> kafka;
    private final ConsumerOffsets offsets;
    private final BatchWriter writer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<TopicPartition, Place> places = new HashMap<>();
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile String error;
    private volatile String away;
    private Thread thread;

    ConsumerLoop(
            String service,
            EventHandler handler,
            DataSource write,
            Map<String, Object> kafka,
            Runnable appended,
            KitMetrics metrics) {
        this.group = service + "-" + handler.name();
        this.handler = handler;
        this.write = write;
        this.kafka = kafka;
        this.offsets = new ConsumerOffsets(handler.name());
        this.writer = new BatchWriter(handler, write, offsets, appended, metrics);
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("consumer-" + handler.name()).start(this::run);
    }

    EventHandler handler() {
        return handler;
    }

    /** Why Kafka cannot be reached, or null. */
    String away() {
        return away;
    }

    /** Why it cannot apply what it has read, or null. */
    String error() {
        return error;
    }

    /** Asks it to end, without waiting for it. */
    void signal() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    void close() throws InterruptedException {
        signal();
        if (thread != null && !thread.join(STOP)) {
            LOG.warn("Consumer {} did not end in {}", handler.name(), STOP);
            thread.interrupt();
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MS;
        while (open()) {
            try {
                KafkaTopics.create(kafka, handler.topics());
                consumeUntilItFails();
            } catch (WakeupException _) {
                LOG.debug("Consumer {} was woken", handler.name());
            } catch (InterruptedException e) {
                closing.countDown();
                Thread.currentThread().interrupt();
            } catch (TimeoutException | RuntimeException e) {
                away = String.valueOf(e.getMessage());
                LOG.error("Consumer {} begins anew", handler.name(), e);
                pause(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    private void consumeUntilItFails() {
        KafkaConsumer<byte[], byte[]> fresh = connect();
        try {
            consumer = fresh;
            fresh.subscribe(handler.topics(), this);
            consume(fresh);
        } finally {
            fresh.close(CloseOptions.timeout(LEAVE));
        }
    }

    private void consume(KafkaConsumer<byte[], byte[]> polled) {
        long pause = FIRST_PAUSE_MS;
        while (open()) {
            ConsumerRecords<byte[], byte[]> records = polled.poll(POLL);
            away = null;
            try {
                if (handle(records)) {
                    pause = FIRST_PAUSE_MS;
                    error = null;
                }
            } catch (ConsumerOffsets.Stale e) {
                LOG.warn("{}: its places are read again", e.getMessage());
                goBack(polled);
            } catch (SQLException | StoreException e) {
                error = String.valueOf(e.getMessage());
                LOG.warn("Consumer {} tries a batch again", handler.name(), e);
                goBack(polled);
                pause(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    /** Also an idle poll may move a place: past the markers that end a Kafka transaction. */
    private boolean handle(ConsumerRecords<byte[], byte[]> polled) throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : places.keySet()) {
            records.addAll(polled.records(partition));
            long position = consumer.position(partition);
            if (position != places.get(partition).next()) {
                ends.put(partition, position);
            }
        }
        if (ends.isEmpty() && records.isEmpty()) {
            return caughtUp();
        }
        writer.write(records, places, ends);
        return true;
    }

    private boolean caughtUp() {
        return places.keySet().stream().allMatch(p -> consumer.currentLag(p).orElse(1) == 0);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, Place> taken =
                    Transactions.single(write, c -> offsets.take(c, partitions));
            taken.forEach(
                    (partition, place) -> {
                        places.put(partition, place);
                        consumer.seek(partition, place.next());
                    });
            writer.refreshParked();
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(places::remove);
    }

    private void goBack(KafkaConsumer<byte[], byte[]> polled) {
        try {
            Map<TopicPartition, Place> stored = Transactions.single(write, offsets::read);
            places.replaceAll((partition, place) -> stored.getOrDefault(partition, place));
        } catch (SQLException e) {
            LOG.warn("The places of {} cannot be read", handler.name(), e);
        }
        places.forEach((partition, place) -> polled.seek(partition, place.next()));
    }

    private KafkaConsumer<byte[], byte[]> connect() {
        places.clear();
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put("group.id", group);
        configuration.put("client.id", group);
        configuration.put("isolation.level", "read_committed");
        configuration.put("enable.auto.commit", "false");
        configuration.put("auto.offset.reset", "earliest");
        configuration.put("max.poll.records", handler.batch());
        // What is fetched ahead lives in memory until it is applied: by default up to 50 MiB.
        configuration.put("fetch.max.bytes", FETCH);
        // A killed process is replaced after the session timeout.
        configuration.put("session.timeout.ms", "6000");
        configuration.put("heartbeat.interval.ms", "2000");
        configuration.put("metadata.max.age.ms", "30000");
        return new KafkaConsumer<>(
                configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private boolean open() {
        return closing.getCount() > 0;
    }

    private void pause(long ms) {
        try {
            if (closing.await(ms, TimeUnit.MILLISECONDS)) {
                LOG.debug("Consumer {} ends", handler.name());
            }
        } catch (InterruptedException e) {
            closing.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
