package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Relay;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.guanxi.kit.testing.LocalKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the table to the topic, and what Kafka takes from its own performance tool. */
final class RelayBench {
    static final String BARE = "bench.bare";
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    /** Of a record: the value, about 300 bytes of CloudEvents headers, the key. */
    private static final int RECORD_BYTES = BenchThing.TEXT.length() + 12 + 300 + 36;

    private final BenchServers servers;
    private final int events;
    private int term;

    RelayBench(BenchServers servers, int events) {
        this.servers = servers;
        this.events = events;
    }

    /** The topic that was filled last. */
    String topic() {
        return "bench.things." + term;
    }

    /** Stores the events by plain SQL, then times the relay alone, each round to a new topic. */
    Measure relay() throws Exception {
        store();
        term++;
        Relay.Configuration configuration =
                new Relay.Configuration(
                        "bench" + term,
                        servers.direct(),
                        servers.pool(),
                        servers.kafka(),
                        Set.of(topic()));
        try (Relay relay = new Relay(configuration, List.of(new BenchThing.Face(topic())))) {
            relay.start();
            return Measure.drain(
                    () ->
                            relay.status().state() == RelayStatus.State.RUNNING
                                    ? relay.status().lag()
                                    : Measure.NOT_BEGUN,
                    events);
        }
    }

    void store() throws SQLException {
        servers.execute(
                """
                WITH made AS (INSERT INTO stream SELECT uuidv7(), 'bench', 1 FROM generate_series(1, %d) RETURNING id)
                INSERT INTO event (stream_id, version, key, partition, type, schema_ver, command_id, occurred_at, recorded_at, data, meta)
                SELECT id, 1, id, abs(hashtext(id::text)) %% 24, 'bench-noted', 1, uuidv7(), now(), now(), '{"text":"%s"}', '{"actor":"S-0001"}' FROM made
                """
                        .formatted(events, BenchThing.TEXT));
        servers.execute("ANALYZE event; ANALYZE stream; CHECKPOINT");
    }

    /** As many records of the same size from {@code kafka-producer-perf-test}. */
    Measure performanceTool() throws IOException, InterruptedException {
        List<String> line = LocalKafka.tool("org.apache.kafka.tools.ProducerPerformance");
        line.addAll(
                List.of(
                        "--topic",
                        BARE,
                        "--num-records",
                        Integer.toString(events),
                        "--record-size",
                        Integer.toString(RECORD_BYTES),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "bootstrap.servers=" + servers.kafka().get("bootstrap.servers"),
                        "acks=all",
                        "batch.size=131072"));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = RATE.matcher(output);
        double rate = -1;
        while (matcher.find()) {
            rate = Double.parseDouble(matcher.group(1));
        }
        if (process.waitFor() != 0 || rate < 0) {
            throw new IOException("kafka-producer-perf-test failed: " + output);
        }
        return new Measure(rate, -1, -1, 0, events);
    }
}
