package io.guanxi.local.bench;

import java.util.ArrayList;
import java.util.List;

/** Runs the sides of a row in turn, and hands their figures to the report. */
final class Rounds {
    /** One side of one round. */
    interface Run {
        Measure once() throws Exception;
    }

    /** A yardstick. */
    record Side(String name, Run run) {}

    private final BenchServers servers;
    private final Report report;
    private final int rounds;

    Rounds(BenchServers servers, Report report, int rounds) {
        this.servers = servers;
        this.report = report;
        this.rounds = rounds;
    }

    /** Every side of every round begins with empty tables. */
    void row(String name, Run ours, List<Side> theirs) throws Exception {
        run(name, ours, theirs, servers::clear);
    }

    /** Every side reads what is there. */
    void keepingEvents(String name, Run ours, List<Side> theirs) throws Exception {
        run(name, ours, theirs, () -> servers.execute("TRUNCATE bench_seen, consumer_offset"));
    }

    private interface Reset {
        void run() throws Exception;
    }

    private void run(String name, Run ours, List<Side> theirs, Reset reset) throws Exception {
        reset.run();
        ours.once(); // warms up
        List<Measure> own = new ArrayList<>();
        List<Double> commits = new ArrayList<>();
        List<List<Measure>> others = new ArrayList<>();
        theirs.forEach(_ -> others.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < theirs.size(); i++) {
                reset.run();
                others.get(i).add(theirs.get(i).run().once());
            }
            reset.run();
            commits.add(servers.commitMs());
            own.add(ours.once());
        }
        double commit = Measure.median(commits);
        if (theirs.isEmpty()) {
            report.add(new Report.Row(name, own, "", List.of(), commit));
        }
        for (int i = 0; i < theirs.size(); i++) {
            report.add(new Report.Row(name, own, theirs.get(i).name(), others.get(i), commit));
        }
    }
}
