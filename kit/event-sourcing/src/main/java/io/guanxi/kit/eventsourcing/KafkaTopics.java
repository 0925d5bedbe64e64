package io.guanxi.kit.eventsourcing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes sure that the topics are there: so many partitions, and kept for ever. */
final class KafkaTopics {
    private static final int PATIENCE_SECONDS = 10;

    private KafkaTopics() {}

    /** Makes the missing ones and insists that all have the same partitions. */
    static void ensure(Map<String, Object> kafka, Collection<String> topics)
            throws InterruptedException, TimeoutException {
        create(kafka, topics);
        try (Admin admin = Admin.create(kafka)) {
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((name, topic) -> check(name, topic.partitions().size()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be looked at", e.getCause());
        }
    }

    /** Makes the missing ones: a consumer may be there before its topic. */
    static void create(Map<String, Object> kafka, Collection<String> topics)
            throws InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(kafka)) {
            Set<String> missing = new HashSet<>(topics);
            missing.removeAll(admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            List<NewTopic> made =
                    missing.stream()
                            .map(
                                    name ->
                                            new NewTopic(
                                                            name,
                                                            Optional.of(Partitions.COUNT),
                                                            Optional.empty())
                                                    .configs(
                                                            Map.of(
                                                                    "retention.ms", "-1",
                                                                    "retention.bytes", "-1")))
                            .toList();
            create(admin, made);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be made", e.getCause());
        }
    }

    private static void create(Admin admin, List<NewTopic> topics)
            throws InterruptedException, TimeoutException, ExecutionException {
        try {
            if (!topics.isEmpty()) {
                admin.createTopics(topics).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void check(String name, int partitions) {
        if (partitions != Partitions.COUNT) {
            throw new RelayRefused(
                    "Topic %s has %d partitions, not %d: keys would change their partition"
                            .formatted(name, partitions, Partitions.COUNT));
        }
    }
}
