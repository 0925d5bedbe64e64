package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.RelayCursor.Tail;
import io.guanxi.kit.eventsourcing.RelayProbe.Moment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One term of leadership. Any failure ends it: the next term compares topics, cursor and store
 * again, so an unclear commit is never guessed at.
 */
final class RelayLeader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLeader.class);

    private final Connection connection;
    private final RelayCursor cursor;
    private final Relay.Configuration configuration;
    private final RelayBatch batches;
    private final KitMetrics metrics;
    private final RelayProbe probe;
    private final KafkaProducer<byte[], byte[]> producer;

    /** The last sequence that each partition has; nothing at or below it is sent. */
    private final Map<TopicPartition, Long> sent = new HashMap<>();

    private RelayLeader(
            Connection connection,
            RelayCursor cursor,
            Relay.Configuration configuration,
            RelayBatch batches,
            KitMetrics metrics,
            RelayProbe probe) {
        this.connection = connection;
        this.cursor = cursor;
        this.configuration = configuration;
        this.batches = batches;
        this.metrics = metrics;
        this.probe = probe;
        this.producer =
                new KafkaProducer<>(
                        producerConfiguration(configuration),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    static RelayLeader begin(
            Connection connection,
            RelayCursor cursor,
            Relay.Configuration configuration,
            RelayBatch batches,
            KitMetrics metrics,
            RelayProbe probe)
            throws SQLException {
        RelayLeader leader =
                new RelayLeader(connection, cursor, configuration, batches, metrics, probe);
        try {
            // Fences the leader before, whose open transaction ends here.
            leader.producer.initTransactions();
            leader.compare();
            return leader;
        } catch (SQLException | RuntimeException e) {
            leader.close();
            throw e;
        }
    }

    /** What a step found. */
    enum Found {
        NOTHING,
        ALL_THERE_WAS,
        MORE
    }

    /** Publishes the next batch. */
    Found step() throws SQLException {
        long start = System.nanoTime();
        RelayCursor.Look look = cursor.look();
        if (look.rewindAsked()) {
            cursor.takeUpRewind();
            sent.clear();
            LOG.warn("The relay goes back to position {}", cursor.position());
            return Found.MORE;
        }
        if (look.reached() == null) {
            metrics.fenceWaited(since(start));
            return Found.NOTHING;
        }
        if (look.reached() <= cursor.position()) {
            return Found.NOTHING;
        }
        metrics.fenceWaited(since(start));
        RelayBatch.Batch batch =
                batches.read(connection, cursor.position(), look.reached(), configuration.batch());
        probe.at(Moment.READ);
        Map<TopicPartition, Tail> tails = send(batch.records());
        probe.at(Moment.COMMITTED);
        cursor.moveTo(batch.upTo(), tails);
        metrics.relayed(batch.records().size(), since(start));
        probe.at(Moment.MOVED);
        return batch.upTo() < look.reached() ? Found.MORE : Found.ALL_THERE_WAS;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private Map<TopicPartition, Tail> send(List<RelayBatch.Outgoing> records) {
        List<RelayBatch.Outgoing> fresh = records.stream().filter(this::isFresh).toList();
        if (fresh.isEmpty()) {
            return Map.of();
        }
        producer.beginTransaction();
        List<Future<RecordMetadata>> answers = new ArrayList<>(fresh.size());
        for (RelayBatch.Outgoing one : fresh) {
            answers.add(producer.send(one.record()));
        }
        probe.at(Moment.SENT);
        producer.commitTransaction();
        Map<TopicPartition, Tail> tails = new HashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            RecordMetadata metadata = now(answers.get(i));
            TopicPartition partition = new TopicPartition(metadata.topic(), metadata.partition());
            tails.put(partition, new Tail(fresh.get(i).sequence(), metadata.offset()));
        }
        tails.forEach((partition, tail) -> sent.put(partition, tail.sequence()));
        return tails;
    }

    private boolean isFresh(RelayBatch.Outgoing one) {
        TopicPartition partition =
                new TopicPartition(one.record().topic(), one.record().partition());
        if (!configuration.topics().contains(partition.topic())) {
            throw new IllegalStateException("Not a topic of this service: " + partition.topic());
        }
        return one.sequence() > sent.getOrDefault(partition, -1L);
    }

    /**
     * The topics may be ahead of the cursor (a crash after the Kafka commit): what they have is not
     * sent again. They may have lost their ends: then it goes back. If they hold what the store
     * does not know, the store was restored from a backup, and nobody but a person can say what
     * now.
     */
    private void compare() throws SQLException {
        Map<TopicPartition, Tail> remembered = cursor.tails();
        Map<TopicPartition, TopicTails.Last> last;
        try (TopicTails tails =
                new TopicTails(configuration.kafka(), RelayBatch.source(configuration.service()))) {
            last = tails.find(configuration.topics(), remembered);
        }
        if (cursor.resending()) {
            return;
        }
        for (Map.Entry<TopicPartition, TopicTails.Last> entry : last.entrySet()) {
            checkKnown(entry.getKey(), entry.getValue());
            sent.put(entry.getKey(), entry.getValue().tail().sequence());
        }
        long lost = Long.MAX_VALUE;
        for (Map.Entry<TopicPartition, Tail> entry : remembered.entrySet()) {
            long there = sent.getOrDefault(entry.getKey(), -1L);
            if (there < entry.getValue().sequence()) {
                lost = Math.min(lost, Math.max(0, there / CloudEvents.PER_POSITION - 1));
                LOG.warn("{} has lost its end after sequence {}", entry.getKey(), there);
            }
        }
        if (lost < cursor.position()) {
            cursor.moveBackTo(lost);
        }
    }

    private void checkKnown(TopicPartition partition, TopicTails.Last last) throws SQLException {
        long sequence = last.tail().sequence();
        if (sequence / CloudEvents.PER_POSITION > lastPosition()) {
            throw new RelayRefused(
                    "%s is ahead of the store: it ends with sequence %d"
                            .formatted(partition, sequence));
        }
        if (!batches.idOf(connection, sequence).equals(java.util.Optional.ofNullable(last.id()))) {
            throw new RelayRefused(
                    "%s ends with event %s, sequence %d, which the store does not have there"
                            .formatted(partition, last.id(), sequence));
        }
    }

    private long lastPosition() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT coalesce(pg_sequence_last_value('event_position_seq'),"
                                        + " 0)")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static RecordMetadata now(Future<RecordMetadata> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record was not taken", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> producerConfiguration(Relay.Configuration configuration) {
        Map<String, Object> producer = new HashMap<>(configuration.kafka());
        producer.put("transactional.id", configuration.service() + "-relay");
        producer.put("client.id", configuration.service() + "-relay");
        producer.put("acks", "all");
        producer.put("enable.idempotence", "true");
        // A hung transaction holds back every reader of its partitions until it times out.
        producer.put("transaction.timeout.ms", "10000");
        producer.put("delivery.timeout.ms", "9000");
        producer.put("request.timeout.ms", "4000");
        producer.put("max.block.ms", "10000");
        producer.put("batch.size", "131072");
        producer.put("linger.ms", "0");
        return producer;
    }
}
