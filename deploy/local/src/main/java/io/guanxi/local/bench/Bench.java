package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.InMemoryBench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The kit's rows of design.md §11. All sides of a row run in turn, round by round, on the same
 * servers, so that what else the machine does hits all of them.
 */
@Command(
        name = "bench",
        description = "Measures the kit against plain yardsticks, side by side in one run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private static final int YARDSTICK_CLIENTS = 64;
    private static final int ALL_CALLERS = 1024;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds per row")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "4", description = "of each side of a round")
    private double seconds;

    @Option(names = "--events", defaultValue = "200000", description = "to relay and to read")
    private int events;

    @Option(names = "--only", defaultValue = "", description = "rows whose name contains this")
    private String only;

    @Option(names = "--quick", description = "one short round of few rows, to see that it works")
    private boolean quick;

    @Option(names = "--micro", description = "only what happens in memory, by JMH")
    private boolean micro;

    @Option(names = "--json", defaultValue = ".guanxi/bench.json", description = "result file")
    private Path json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (micro) {
            new Runner(new OptionsBuilder().include(InMemoryBench.class.getName()).build()).run();
            return 0;
        }
        if (quick) {
            rounds = 1;
            seconds = 1;
            events = 2000;
        }
        Path home = Files.createTempDirectory("guanxi-bench");
        try (BenchServers servers = BenchServers.start(home)) {
            Report report = new Report(header(servers));
            Rounds all = new Rounds(servers, report, rounds);
            PgBench pgbench = new PgBench(servers, home);
            warmUp(servers);
            for (int callers : quick ? new int[] {16} : new int[] {1, 16, 64, ALL_CALLERS}) {
                appends(servers, pgbench, all, callers);
            }
            topics(servers, all);
            if (!quick && IntakeBench.ROW.contains(only)) {
                new IntakeBench(servers, home, YARDSTICK_CLIENTS, seconds)
                        .measure(all, report, pgbench);
            }
            report.write(json, load());
            return report.sound() ? 0 : 1;
        } finally {
            delete(home);
        }
    }

    /** What runs for minutes in a service is compiled there; here it must be before it counts. */
    private void warmUp(BenchServers servers) throws InterruptedException, SQLException {
        AppendBench bench = new AppendBench(servers, YARDSTICK_CLIENTS, seconds);
        bench.newStreams(BenchThing.PLAIN);
        bench.newStreams(BenchThing.VIEWED);
        bench.existingStreams();
        servers.clear();
    }

    private void appends(BenchServers servers, PgBench pgbench, Rounds all, int callers)
            throws Exception {
        AppendBench bench = new AppendBench(servers, callers, seconds);
        int clients = Math.min(callers, YARDSTICK_CLIENTS);
        Rounds.Side event =
                new Rounds.Side(
                        "pgbench, the event alone, " + clients + " clients",
                        () -> pgbench.event(clients, seconds));
        Rounds.Side ownRows =
                new Rounds.Side(
                        "pgbench, our rows, " + clients + " clients",
                        () -> pgbench.ownRows(clients, seconds));
        boolean there = PgBench.there();
        String by = ", " + callers + (callers == 1 ? " caller" : " callers");
        row(
                all,
                "append to new streams" + by,
                () -> bench.newStreams(BenchThing.PLAIN),
                there ? List.of(event, ownRows) : List.of());
        row(
                all,
                "append with a view row" + by,
                () -> bench.newStreams(BenchThing.VIEWED),
                there ? List.of(event) : List.of());
        row(
                all,
                "load, decide, append" + by,
                bench::existingStreams,
                there ? List.of(event) : List.of());
    }

    private void topics(BenchServers servers, Rounds all) throws Exception {
        RelayBench relay = new RelayBench(servers, events);
        row(
                all,
                "relay, table to topic",
                relay::relay,
                List.of(new Rounds.Side("kafka-producer-perf-test", relay::performanceTool)));
        ConsumerBench consumer = new ConsumerBench(servers, relay::topic, events);
        Rounds.Side tableRead =
                new Rounds.Side("bare ordered read of the table", consumer::bareTableRead);
        String consumed = "projection, topic to table";
        if (consumed.contains(only)) {
            servers.clear();
            relay.relay();
            all.keepingEvents(
                    consumed,
                    consumer::projection,
                    List.of(
                            new Rounds.Side("bare read of the topic", consumer::bareTopicRead),
                            tableRead));
        }
        String rebuilt = "rebuild of a view";
        if (rebuilt.contains(only)) {
            servers.clear();
            RebuildBench rebuild = new RebuildBench(servers, events);
            rebuild.store();
            all.keepingEvents(rebuilt, rebuild::view, List.of(tableRead));
        }
    }

    private void row(Rounds all, String name, Rounds.Run ours, List<Rounds.Side> theirs)
            throws Exception {
        if (name.contains(only)) {
            all.row(name, ours, theirs);
        }
    }

    private Map<String, String> header(BenchServers servers) throws SQLException {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("when", Instant.now().toString());
        for (String setting :
                List.of(
                        "server_version",
                        "fsync",
                        "synchronous_commit",
                        "full_page_writes",
                        "wal_sync_method",
                        "shared_buffers")) {
            header.put(setting, servers.show(setting));
        }
        header.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        header.put("load before", load());
        header.put("java", System.getProperty("java.version"));
        header.put(
                "rounds",
                rounds
                        + " of "
                        + seconds
                        + " s, medians; a ratio is the median of the rounds' ratios");
        header.put("callers", "threads, above 64 virtual ones; pgbench: two threads for all");
        header.put("event", BenchThing.TEXT.length() + 12 + " bytes of JSON");
        header.put("rows per command", "ours: command, stream, event (and view); yardstick: event");
        header.put(
                "processes",
                "PostgreSQL, Kafka, this JVM"
                        + (PgBench.there() ? ", pgbench" : "")
                        + "; for visit intake also visit-service twice and another Kafka");
        if (!PgBench.there()) {
            header.put("pgbench", "not on the PATH: no ratios for appends");
        }
        return header;
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return "%.1f".formatted(load);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
