package io.guanxi.local;

import io.guanxi.kit.testing.LocalProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The six processes as a person wants to see them. */
public final class ProcessTable {
    private static final int NOT_RUNNING = 0;

    private ProcessTable() {}

    /**
     * One process.
     *
     * @param pid 0 when it does not run
     * @param residentKb resident memory, 0 where the system does not tell
     */
    public record Row(String name, long pid, int port, boolean ready, long residentKb) {}

    public static List<Row> of(Stack stack) {
        List<Row> rows = new ArrayList<>();
        rows.add(
                row(
                        "postgresql",
                        stack.postgres().running() ? stack.postgres().process() : null,
                        stack.postgres().port(),
                        stack.postgres().running()));
        rows.add(
                row(
                        "kafka",
                        stack.kafka().running() ? stack.kafka().process() : null,
                        stack.kafka().port(),
                        stack.kafka().running()));
        for (ServiceProcess each : stack.services()) {
            rows.add(
                    row(
                            each.service().moduleName(),
                            each.process(),
                            stack.home().port(each.service()).number(),
                            each.ready()));
        }
        return rows;
    }

    /** All of it as text lines, with a sum. */
    public static List<String> lines(List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("%-22s %8s %6s  %-11s %9s".formatted("", "pid", "port", "", "resident"));
        for (Row row : rows) {
            String state =
                    row.pid() == NOT_RUNNING ? "stopped" : row.ready() ? "ready" : "not ready";
            lines.add(
                    "%-22s %8s %6d  %-11s %9s"
                            .formatted(
                                    row.name(),
                                    row.pid() == NOT_RUNNING ? "-" : Long.toString(row.pid()),
                                    row.port(),
                                    state,
                                    row.pid() == NOT_RUNNING ? "" : megabytes(row.residentKb())));
        }
        long sum = rows.stream().mapToLong(Row::residentKb).sum();
        lines.add("%-22s %8s %6s  %-11s %9s".formatted("together", "", "", "", megabytes(sum)));
        return lines;
    }

    private static String megabytes(long kb) {
        return kb / 1024 + " MiB";
    }

    private static Row row(String name, LocalProcess process, int port, boolean ready) {
        if (process == null) {
            return new Row(name, NOT_RUNNING, port, false, 0);
        }
        return new Row(name, process.pid(), port, ready, residentKb(process.pid()));
    }

    /**
     * With the children: PostgreSQL has a process per connection. Shared pages are counted once per
     * process by plain resident size, so where the system tells the proportional one it is used.
     */
    static long residentKb(long pid) {
        long sum = own(pid);
        for (ProcessHandle child :
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).toList()) {
            sum += own(child.pid());
        }
        return sum;
    }

    private static long own(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            for (String line : Files.readAllLines(rollup)) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            return askPs(pid);
        }
    }

    private static long askPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.isBlank() ? 0 : Long.parseLong(text.trim());
        } catch (IOException e) {
            return 0;
        }
    }
}
