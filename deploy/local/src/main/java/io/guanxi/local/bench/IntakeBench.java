package io.guanxi.local.bench;

import io.guanxi.kit.testing.LocalKafka;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /visits} over HTTP, durable before it is answered: the service as it is, against
 * pgbench, and against the same service built without security and encryption.
 */
final class IntakeBench {
    static final String ROW = "visit intake";
    private static final String REAL = "target/quarkus-app";
    private static final String WITHOUT_SECURITY = "target/bench/quarkus-app";
    private static final double SLICE_SECONDS = 10;
    private static final int MOST_SLICES = 40;
    private static final int SLICES_WITHOUT_GAIN = 5;
    private static final double GAIN = 1.05;

    private final BenchServers servers;
    private final Path home;
    private final Path root;
    private final int callers;
    private final double seconds;

    IntakeBench(BenchServers servers, Path home, int callers, double seconds) {
        this.servers = servers;
        this.home = home;
        this.root = Path.of(System.getenv().getOrDefault("GUANXI_ROOT", ""));
        this.callers = callers;
        this.seconds = seconds;
    }

    void measure(Rounds all, Report report, PgBench pgbench) throws Exception {
        if (!IntakeService.isBuilt(root, REAL)) {
            report.note(ROW + ": visit-service is not built");
            return;
        }
        IntakeService real =
                IntakeService.start(
                        root,
                        REAL,
                        true,
                        home.resolve("visit"),
                        servers.postgres(),
                        servers.broker());
        warm(real);
        List<Rounds.Side> sides = new ArrayList<>();
        if (PgBench.there()) {
            sides.add(
                    new Rounds.Side(
                            "pgbench, the event alone, " + callers + " clients",
                            () -> pgbench.event(callers, seconds)));
        }
        IntakeService open = withoutSecurity(report);
        if (open != null) {
            warm(open);
            sides.add(
                    new Rounds.Side(
                            "without security and encryption", () -> open.plan(callers, seconds)));
        }
        all.row(ROW + ", " + callers + " callers", () -> real.plan(callers, seconds), sides);
        report.note(ROW + ", a command: " + real.perCommand());
        if (open != null) {
            report.note(ROW + ", a command without security: " + open.perCommand());
        }
    }

    private IntakeService withoutSecurity(Report report) throws IOException, SQLException {
        if (!IntakeService.isBuilt(root, WITHOUT_SECURITY)) {
            report.note(ROW + ": mvn -Pbench -pl visit-service -am package was not run");
            return null;
        }
        LocalKafka kafka = LocalKafka.temporary(home.resolve("kafka-open"));
        kafka.start(Lifetime.ATTACHED);
        return IntakeService.start(
                root,
                WITHOUT_SECURITY,
                false,
                home.resolve("visit_open"),
                servers.postgres(),
                kafka);
    }

    /**
     * Until it gets no faster: with all processors at work the compiler has little time, and a
     * service takes minutes to be compiled.
     */
    private void warm(IntakeService service) throws InterruptedException, SQLException {
        double best = 0;
        int withoutGain = 0;
        for (int i = 0; i < MOST_SLICES && withoutGain < SLICES_WITHOUT_GAIN; i++) {
            double rate = service.plan(callers, SLICE_SECONDS).perSecond();
            withoutGain = rate > best * GAIN ? 0 : withoutGain + 1;
            best = Math.max(best, rate);
        }
    }
}
