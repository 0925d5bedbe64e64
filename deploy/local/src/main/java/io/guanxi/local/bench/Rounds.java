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
        List<Double> written = new ArrayList<>();
        List<List<Measure>> others = new ArrayList<>();
        List<List<Double>> writtenByOthers = new ArrayList<>();
        theirs.forEach(
                _ -> {
                    others.add(new ArrayList<>());
                    writtenByOthers.add(new ArrayList<>());
                });
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < theirs.size(); i++) {
                reset.run();
                others.get(i).add(weighed(theirs.get(i).run(), writtenByOthers.get(i)));
            }
            reset.run();
            commits.add(servers.commitMs());
            own.add(weighed(ours, written));
        }
        double commit = Measure.median(commits);
        Report.Side us = new Report.Side(own, Measure.median(written));
        if (theirs.isEmpty()) {
            report.add(new Report.Row(name, us, "", Report.Side.NONE, commit));
        }
        for (int i = 0; i < theirs.size(); i++) {
            Report.Side they =
                    new Report.Side(others.get(i), Measure.median(writtenByOthers.get(i)));
            report.add(new Report.Row(name, us, theirs.get(i).name(), they, commit));
        }
    }

    /** With what the server has written ahead for each command or event of the round. */
    private Measure weighed(Run run, List<Double> walBytesEach) throws Exception {
        long before = servers.walBytes();
        Measure measure = run.once();
        walBytesEach.add((double) (servers.walBytes() - before) / Math.max(1, measure.count()));
        return measure;
    }
}
