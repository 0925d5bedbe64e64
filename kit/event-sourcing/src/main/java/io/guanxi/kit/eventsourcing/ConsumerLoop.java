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
 * One lane of a consumer, on one thread: it polls, hands each batch to the {@link BatchWriter}, and
 * remembers its place only as the database has it. Lanes are members of one group, in one process
 * or in several, so each has partitions, and with them keys, of its own.
 */
final class ConsumerLoop implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration LEAVE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final int FETCH = 4 * 1024 * 1024;
    private static final int LOOK_BACK = 10;

    private final String group;
    private final int lane;
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
            int lane,
            EventHandler handler,
            DataSource write,
            Map<String, Object> kafka,
            Runnable appended,
            KitMetrics metrics) {
        this.group = service + "-" + handler.name();
        this.lane = lane;
        this.handler = handler;
        this.write = write;
        this.kafka = kafka;
        this.offsets = new ConsumerOffsets(handler.name());
        this.writer = new BatchWriter(handler, write, offsets, appended, metrics);
    }

    void start() {
        String name = "consumer-" + handler.name() + "-" + lane;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    EventHandler handler() {
        return handler;
    }

    /** Why it cannot apply what it has read, or null. */
    String error() {
        return error;
    }

    /** Why it does not get on, Kafka's absence included, or null. */
    String trouble() {
        return error != null ? error : away;
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
            } catch (TimeoutException | RuntimeException | Error e) {
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
                goBack();
            } catch (SQLException | StoreException e) {
                error = String.valueOf(e.getMessage());
                LOG.warn("Consumer {} tries a batch again", handler.name(), e);
                goBack();
                pause(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    /** Also an idle poll may move a place: past the markers that end a Kafka transaction. */
    private boolean handle(ConsumerRecords<byte[], byte[]> polled) throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        Map<TopicPartition, Long> ends = new HashMap<>();
        places.forEach(
                (partition, place) -> {
                    List<ConsumerRecord<byte[], byte[]>> read = polled.records(partition);
                    if (wasFilledAgain(read, place)) {
                        LOG.warn("{} was filled again: {} begins anew", partition, group);
                        consumer.seek(partition, 0);
                        ends.put(partition, 0L);
                        return;
                    }
                    List<ConsumerRecord<byte[], byte[]>> unseen = unseen(read, place);
                    long reached = reached(partition, place);
                    if (!unseen.isEmpty() || reached != place.next()) {
                        records.addAll(unseen);
                        ends.put(partition, reached);
                    }
                });
        if (ends.isEmpty() && records.isEmpty()) {
            return caughtUp();
        }
        writer.write(records, places, ends);
        return true;
    }

    /**
     * What lies before the place was seen, as a rule. A topic that lost its end and was filled
     * again has other offsets: if the first record looked back at is new already, there may be more
     * before it, and the partition is read from its beginning. Sequences tell what was applied.
     */
    private static boolean wasFilledAgain(List<ConsumerRecord<byte[], byte[]>> read, Place place) {
        return !read.isEmpty()
                && read.getFirst().offset() > 0
                && read.getFirst().offset() < place.next()
                && place.isBehind(read.getFirst());
    }

    private static List<ConsumerRecord<byte[], byte[]>> unseen(
            List<ConsumerRecord<byte[], byte[]>> read, Place place) {
        return read.stream()
                .filter(record -> record.offset() >= place.next() || place.isBehind(record))
                .toList();
    }

    /**
     * While it looks back, its place stays: records without a sequence would count again. Further
     * back than that Kafka set it, because the topic ends before its place.
     */
    private long reached(TopicPartition partition, Place place) {
        long position = consumer.position(partition);
        boolean looksBack = position < place.next() && position >= place.next() - LOOK_BACK;
        return looksBack ? place.next() : position;
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
                        seek(partition, place);
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

    private void goBack() {
        try {
            Map<TopicPartition, Place> stored = Transactions.single(write, offsets::read);
            places.replaceAll((partition, place) -> stored.getOrDefault(partition, place));
            // Whoever moved them may have parked a key.
            writer.refreshParked();
        } catch (SQLException e) {
            LOG.warn("The places of {} cannot be read", handler.name(), e);
        }
        places.forEach(this::seek);
    }

    private void seek(TopicPartition partition, Place place) {
        consumer.seek(partition, Math.max(0, place.next() - LOOK_BACK));
    }

    private KafkaConsumer<byte[], byte[]> connect() {
        places.clear();
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put("group.id", group);
        configuration.put("client.id", group + "-" + lane);
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
