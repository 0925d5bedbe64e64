package io.guanxi.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a topic as it comes, until Ctrl-C. */
@Command(
        name = "tail",
        description =
                "Prints a topic as it comes: alerts, visits, scores, clients, directory, activity.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Runnable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String PREFIX = "io.guanxi.";

    @Parameters(index = "0", defaultValue = "alerts", description = "the topic (alerts)")
    private String topic;

    @Option(names = "--from-start", description = "first what was there before")
    private boolean fromStart;

    @Option(names = "--until-now", description = "end when what is there now has been printed")
    private boolean untilNow;

    @Override
    public void run() {
        String name = topic.startsWith("guanxi.") ? topic : "guanxi." + topic;
        if (!Topics.ALL.contains(name)) {
            throw new Trouble("There is no topic " + name + "; known are " + Topics.ALL + ".");
        }
        Stack stack = new Stack(Home.fromEnvironment());
        if (!stack.kafka().running()) {
            throw new Trouble("Kafka does not run; start it with ./guanxi up.");
        }
        follow(stack.kafka().bootstrap(), name, Terminal.standard());
    }

    private void follow(String bootstrap, String name, Terminal terminal) {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(name).stream()
                            .map(info -> new TopicPartition(name, info.partition()))
                            .toList();
            consumer.assign(partitions);
            if (fromStart || untilNow) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!untilNow
                    || partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    terminal.line(readable(record));
                }
            }
        }
    }

    /** {@code 2026-01-20T01:00:00Z alert-raised severity=CRITICAL kind=churn-high …}. */
    static String readable(ConsumerRecord<String, String> record) {
        String type = header(record, "ce_type");
        String shown =
                type == null
                        ? "record"
                        : type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return "%-24s %-24s %s"
                .formatted(
                        header(record, "ce_time") == null ? "" : header(record, "ce_time"),
                        shown,
                        fields(record.value()));
    }

    private static String fields(String value) {
        try {
            List<String> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : Json.MAPPER.readTree(value).properties()) {
                JsonNode content = field.getValue();
                fields.add(
                        field.getKey()
                                + "="
                                + (content.isValueNode() ? content.asText() : content.toString()));
            }
            return String.join(" ", fields);
        } catch (IOException e) {
            return value;
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header found = record.headers().lastHeader(name);
        return found == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }
}
