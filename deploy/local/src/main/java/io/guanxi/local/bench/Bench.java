package io.guanxi.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The kit's rows of design.md §11. Both sides of a row run in turn, round by round, on the same
 * servers, so that what else the machine does hits both.
 */
@Command(
        name = "bench",
        description = "Measures the kit against plain yardsticks, side by side in one run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private static final int YARDSTICK_CLIENTS = 64;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds per row")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "4", description = "of each side of a round")
    private double seconds;

    @Option(names = "--events", defaultValue = "200000", description = "to relay and to read")
    private int events;

    @Option(names = "--only", defaultValue = "", description = "rows whose name contains this")
    private String only;

    @Option(names = "--json", defaultValue = ".guanxi/bench.json", description = "result file")
    private Path json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    private interface Side {
        Measure run() throws Exception;
    }

    private record Pair(List<Measure> ours, List<Measure> theirs) {}

    @Override
    public Integer call() throws Exception {
        Path home = Files.createTempDirectory("guanxi-bench");
        try (BenchServers servers = BenchServers.start(home)) {
            Report report = new Report(header(servers));
            appends(servers, new PgBench(servers, home), report);
            relay(servers, report);
            report.write(json);
        } finally {
            delete(home);
        }
        return 0;
    }

    private void appends(BenchServers servers, PgBench pgbench, Report report) throws Exception {
        boolean yardstick = PgBench.there();
        for (int callers : new int[] {1, 16, 64, 1024}) {
            int clients = Math.min(callers, YARDSTICK_CLIENTS);
            Side theirs = yardstick ? () -> pgbench.run(clients, seconds) : null;
            AppendBench bench = new AppendBench(servers, callers, seconds);
            String than = "pgbench, " + clients + " clients";
            row(
                    servers,
                    report,
                    "append, " + callers + " callers",
                    than,
                    theirs,
                    () -> bench.newStreams(BenchThing.PLAIN));
            row(
                    servers,
                    report,
                    "append with a view row, " + callers + " callers",
                    than,
                    theirs,
                    () -> bench.newStreams(BenchThing.VIEWED));
        }
        AppendBench bench = new AppendBench(servers, YARDSTICK_CLIENTS, seconds);
        row(servers, report, "load, decide, append, 64 callers", "", null, bench::existingStreams);
    }

    private void relay(BenchServers servers, Report report) throws Exception {
        RelayBench bench = new RelayBench(servers, events);
        row(
                servers,
                report,
                "relay, table to topic",
                "bare producer",
                bench::producer,
                bench::relay);
        if (!only.isEmpty() && !"projection, topic to table".contains(only)) {
            return;
        }
        List<Measure> ours = new ArrayList<>();
        List<Measure> theirs = new ArrayList<>();
        servers.clear();
        servers.execute("UPDATE relay_cursor SET position = 0");
        ours.add(bench.projection());
        theirs.add(bench.bareRead());
        report.add("projection, topic to table", ours, "bare read", theirs);
    }

    private void row(
            BenchServers servers, Report report, String name, String than, Side theirs, Side ours)
            throws Exception {
        if (!name.contains(only)) {
            return;
        }
        Pair pair = new Pair(new ArrayList<>(), new ArrayList<>());
        ours.run();
        for (int i = 0; i < rounds; i++) {
            servers.clear();
            if (theirs != null) {
                pair.theirs().add(theirs.run());
            }
            servers.clear();
            pair.ours().add(ours.run());
        }
        report.add(name, pair.ours(), than, pair.theirs());
    }

    private Map<String, String> header(BenchServers servers) throws SQLException {
        Map<String, String> header = new LinkedHashMap<>();
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
        header.put("java", System.getProperty("java.version"));
        header.put("rounds", rounds + " of " + seconds + " s");
        header.put("event", BenchThing.TEXT.length() + 12 + " bytes of JSON");
        header.put("rows per command", "ours: command, stream, event (and view); yardstick: event");
        header.put(
                "processes", "PostgreSQL, Kafka, this JVM" + (PgBench.there() ? ", pgbench" : ""));
        if (!PgBench.there()) {
            header.put("pgbench", "not on the PATH: no ratios for appends");
        }
        return header;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
