package io.guanxi.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The yardstick: pgbench inserting the same event, one row a transaction. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private static final Pattern PROCESSED = Pattern.compile("actually processed: ([0-9]+)");

    /** On a machine that is too busy to begin in time. */
    private static final String NOTHING_DONE = "actually processed: 0\n";

    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    private final BenchServers servers;
    private final Path event;
    private final Path ownRows;

    PgBench(BenchServers servers, Path folder) throws IOException {
        this.servers = servers;
        this.event = folder.resolve("event.sql");
        this.ownRows = folder.resolve("own-rows.sql");
        Files.writeString(
                event,
                """
                INSERT INTO yardstick (stream_id, version, key, partition, type, schema_ver, command_id, occurred_at, recorded_at, data, meta)
                VALUES (uuidv7(), 1, uuidv7(), 5, 'bench-noted', 1, uuidv7(), now(), now(), '{"text":"%s"}', '{"actor":"S-0001"}');
                """
                        .formatted(BenchThing.TEXT));
        Files.writeString(
                ownRows,
                """
                WITH s AS (INSERT INTO stream SELECT uuidv7(), 'bench', 1 RETURNING id),
                c AS (INSERT INTO command (id, stream_id, version, status) SELECT uuidv7(), id, 1, 200 FROM s RETURNING id)
                INSERT INTO event (stream_id, version, key, partition, type, schema_ver, command_id, occurred_at, recorded_at, data, meta)
                SELECT s.id, 1, s.id, 5, 'bench-noted', 1, c.id, now(), now(), '{"text":"%s"}', '{"actor":"S-0001"}' FROM s, c;
                """
                        .formatted(BenchThing.TEXT));
    }

    /** The event alone. */
    Measure event(int clients, double seconds) throws IOException, InterruptedException {
        return run(event, clients, seconds);
    }

    /** All that the kit writes for a command, the fence included, each command its own commit. */
    Measure ownRows(int clients, double seconds) throws IOException, InterruptedException {
        return run(ownRows, clients, seconds);
    }

    static boolean there() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Measure run(Path script, int clients, double seconds)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                "pgbench",
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                Integer.toString(clients),
                                "-j",
                                Integer.toString(Math.min(clients, 2)),
                                "-T",
                                Long.toString(Math.max(1, Math.round(seconds))),
                                "-f",
                                script.toString(),
                                "-h",
                                "127.0.0.1",
                                "-p",
                                Integer.toString(servers.postgres().port()),
                                "-U",
                                servers.postgres().superuser(),
                                servers.database()));
        builder.environment().put("PGPASSWORD", servers.postgres().superuserPassword());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        if (output.contains(NOTHING_DONE)) {
            return new Measure(0, -1, -1, 1, 0);
        }
        return new Measure(
                number(RATE, output),
                number(LATENCY, output),
                -1,
                0,
                Math.round(number(PROCESSED, output)));
    }

    private static double number(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("pgbench said: " + output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
