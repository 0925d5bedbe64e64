package io.guanxi.local;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Exit code 0 when everything is ready, else 1. */
@Command(
        name = "status",
        description = "Shows each process: pid, port, readiness, resident memory.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        List<ProcessTable.Row> rows = ProcessTable.of(new Stack(Home.fromEnvironment()));
        ProcessTable.lines(rows).forEach(Terminal.standard()::line);
        return rows.stream().allMatch(ProcessTable.Row::ready) ? 0 : 1;
    }
}
