package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.ConsumerOffsets.Place;
import io.guanxi.kit.eventsourcing.ConsumerStatus.PartitionStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projections and reactions of a service, each a consumer with a place of its own. What a
 * record changes and how far the consumer is are one transaction in the service's database.
 */
public final class Consumers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final int DEFAULT_REACTION_BATCH = 500;
    private static final int DEFAULT_PROJECTION_BATCH = 2000;
    private static final int DEFAULT_LANES = 1;
    private static final int PATIENCE_SECONDS = 5;

    /**
     * What consumers need to know.
     *
     * @param write the service's database under its working role, outside JTA
     * @param kafka what all Kafka clients share: {@code bootstrap.servers} and security
     * @param clock the business clock, for what reactions record
     * @param reactionBatch how many records a reaction takes at once at most
     * @param projectionBatch the same for a projection
     * @param lanes how many threads each consumer has, 1 to {@link Partitions#COUNT}: keys are
     *     divided among them by partition, those of other processes included, and a key's records
     *     stay in order. More than one pays where a database of its own waits for work
     */
    public record Configuration(
            String service,
            DataSource write,
            Map<String, Object> kafka,
            Supplier<Instant> clock,
            int reactionBatch,
            int projectionBatch,
            int lanes) {

        /**
         * @throws IllegalArgumentException for another number of lanes
         */
        public Configuration {
            if (lanes < 1 || lanes > Partitions.COUNT) {
                throw new IllegalArgumentException(
                        "A consumer has 1 to %d lanes, not %d".formatted(Partitions.COUNT, lanes));
            }
            kafka = Map.copyOf(kafka);
        }

        public Configuration(
                String service,
                DataSource write,
                Map<String, Object> kafka,
                Supplier<Instant> clock) {
            this(
                    service,
                    write,
                    kafka,
                    clock,
                    DEFAULT_REACTION_BATCH,
                    DEFAULT_PROJECTION_BATCH,
                    DEFAULT_LANES);
        }

        /** The same with so many lanes. */
        public Configuration withLanes(int number) {
            return new Configuration(
                    service, write, kafka, clock, reactionBatch, projectionBatch, number);
        }
    }

    private final Configuration configuration;
    private final PostgresEventStore store;
    private final KitMetrics metrics;
    private final Map<String, List<ConsumerLoop>> lanes = new HashMap<>();
    private Admin admin;

    public Consumers(
            Configuration configuration,
            PostgresEventStore store,
            Collection<? extends Projection> projections,
            Collection<? extends Reaction> reactions) {
        this(configuration, store, projections, reactions, KitMetrics.NONE);
    }

    /** The same, with somebody to tell how it goes. */
    public Consumers(
            Configuration configuration,
            PostgresEventStore store,
            Collection<? extends Projection> projections,
            Collection<? extends Reaction> reactions,
            KitMetrics metrics) {
        this.metrics = metrics;
        this.configuration = configuration;
        this.store = store;
        for (Projection projection : projections) {
            add(EventHandler.of(projection, configuration.projectionBatch()));
        }
        for (Reaction reaction : reactions) {
            add(
                    new ReactionHandler(
                            reaction,
                            configuration.service(),
                            configuration.clock(),
                            store,
                            configuration.reactionBatch()));
        }
    }

    /** Starts in the background; whatever is away is waited for. */
    public synchronized void start() {
        all().forEach(ConsumerLoop::start);
    }

    /** How far each is, measured now against the ends of the topics. */
    public List<ConsumerStatus> status() {
        try {
            Map<TopicPartition, Long> ends = ends();
            return Transactions.single(
                    configuration.write(),
                    connection -> {
                        List<ConsumerStatus> all = new ArrayList<>();
                        for (List<ConsumerLoop> each : lanes.values()) {
                            all.add(status(connection, each, ends));
                        }
                        all.sort(Comparator.comparing(ConsumerStatus::name));
                        return all;
                    });
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    /** By consumer, why it cannot apply what it has read; empty when all get on. Asks nobody. */
    public Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        all().filter(loop -> loop.error() != null)
                .forEach(loop -> errors.put(loop.handler().name(), loop.error()));
        return errors;
    }

    /** What waits because it could not be applied, in order. */
    public List<ParkedRecord> parked(String consumer, int limit) {
        handler(consumer);
        return single(connection -> new ParkingLot(consumer).list(connection, limit));
    }

    /**
     * Applies the parked records of a key, in order, and lets the key go on. Nothing changes if one
     * of them still cannot be applied.
     *
     * @return how many were applied
     * @throws StillFails one of them cannot be applied
     */
    public int replay(String consumer, String topic, String key) {
        EventHandler handler = handler(consumer);
        ParkingLot parking = new ParkingLot(consumer);
        int count =
                transaction(
                        connection -> {
                            List<ConsumerRecord<byte[], byte[]>> records =
                                    parking.take(connection, topic, key);
                            List<InboundEvent> events =
                                    records.stream()
                                            .map(CloudEvents::read)
                                            .filter(handler::wants)
                                            .toList();
                            if (!events.isEmpty()) {
                                handler.apply(connection, events);
                            }
                            for (ConsumerRecord<byte[], byte[]> record : records) {
                                parking.remove(connection, record);
                            }
                            return records.size();
                        });
        store.stored();
        LOG.info("Consumer {} has replayed {} parked records", consumer, count);
        return count;
    }

    /**
     * Gives up the first parked record of a key; the ones behind it stay until they are replayed.
     *
     * @return whether there was one
     */
    public boolean drop(String consumer, String topic, String key) {
        handler(consumer);
        ParkingLot parking = new ParkingLot(consumer);
        return transaction(
                connection -> {
                    List<ConsumerRecord<byte[], byte[]>> records =
                            parking.take(connection, topic, key);
                    if (records.isEmpty()) {
                        return false;
                    }
                    parking.drop(connection, records.getFirst());
                    LOG.warn(
                            "Consumer {} drops {}-{}@{}",
                            consumer,
                            topic,
                            records.getFirst().partition(),
                            records.getFirst().offset());
                    return true;
                });
    }

    /** Ends each after the batch in hand. */
    @Override
    public synchronized void close() {
        try {
            List<ConsumerLoop> open = all().toList();
            open.forEach(ConsumerLoop::signal);
            for (ConsumerLoop loop : open) {
                loop.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }

    private void add(EventHandler handler) {
        List<ConsumerLoop> each = new ArrayList<>();
        for (int lane = 0; lane < configuration.lanes(); lane++) {
            each.add(
                    new ConsumerLoop(
                            configuration.service(),
                            lane,
                            handler,
                            configuration.write(),
                            configuration.kafka(),
                            store::stored,
                            metrics));
        }
        if (lanes.put(handler.name(), each) != null) {
            throw new IllegalArgumentException("Two consumers are named " + handler.name());
        }
    }

    private Stream<ConsumerLoop> all() {
        return lanes.values().stream().flatMap(List::stream);
    }

    private EventHandler handler(String consumer) {
        if (!lanes.containsKey(consumer)) {
            throw new IllegalArgumentException("No consumer is named " + consumer);
        }
        return lanes.get(consumer).getFirst().handler();
    }

    private static ConsumerStatus status(
            Connection connection, List<ConsumerLoop> lanes, Map<TopicPartition, Long> ends)
            throws SQLException {
        EventHandler handler = lanes.getFirst().handler();
        String name = handler.name();
        Map<TopicPartition, Place> places = new ConsumerOffsets(name).read(connection);
        List<PartitionStatus> partitions = new ArrayList<>();
        ends.forEach(
                (partition, end) -> {
                    if (handler.topics().contains(partition.topic())) {
                        Place place = places.getOrDefault(partition, new Place(0, -1));
                        partitions.add(
                                new PartitionStatus(
                                        partition.topic(),
                                        partition.partition(),
                                        place.next(),
                                        Math.max(0, end - place.next()),
                                        place.sequence()));
                    }
                });
        partitions.sort(
                Comparator.comparing(PartitionStatus::topic)
                        .thenComparing(PartitionStatus::partition));
        long parked = new ParkingLot(name).count(connection);
        String error =
                lanes.stream()
                        .map(ConsumerLoop::trouble)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new ConsumerStatus(name, partitions, error, parked);
    }

    /** Where the topics end for readers of committed records; empty while Kafka is away. */
    private Map<TopicPartition, Long> ends() {
        Set<String> topics =
                all().flatMap(loop -> loop.handler().topics().stream()).collect(Collectors.toSet());
        try {
            Admin client = admin();
            topics.retainAll(
                    new HashSet<>(
                            client.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            client.describeTopics(topics)
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach(
                            (name, topic) ->
                                    topic.partitions()
                                            .forEach(
                                                    p ->
                                                            asked.put(
                                                                    new TopicPartition(
                                                                            name, p.partition()),
                                                                    OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            client.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAway(e);
        }
    }

    /** A parked record still cannot be applied; the message says why. */
    public static final class StillFails extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StillFails(Throwable cause) {
            super("It still cannot be applied: " + cause.getMessage(), cause);
        }
    }

    /** Kafka does not answer, so nothing can be said about lag. */
    public static final class KafkaAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KafkaAway(Throwable cause) {
            super("Kafka does not answer", cause);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> client = new HashMap<>(configuration.kafka());
            client.put("default.api.timeout.ms", "5000");
            client.put("request.timeout.ms", "4000");
            admin = Admin.create(client);
        }
        return admin;
    }

    private <T> T single(Transactions.Work<T> work) {
        try {
            return Transactions.single(configuration.write(), work);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private <T> T transaction(Transactions.Work<T> work) {
        try {
            return Transactions.transaction(configuration.write(), work);
        } catch (StoreException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            SQLException passing = Transactions.passingCause(e).orElse(null);
            throw passing == null ? new StillFails(e) : new StoreException.Unavailable(passing);
        }
    }
}
