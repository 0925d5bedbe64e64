package io.guanxi.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exit code 0 when every promise was kept, else 1. */
@Command(
        name = "chaos",
        description = "Breaks a toy service on the kit in every way, and checks what it promised.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
    private static final int VIOLATED = 1;
    private static final long SECONDS_PER_MINUTE = 60;

    @Option(names = "--seed", description = "the order of faults and the clients' wishes")
    private long seed = System.currentTimeMillis();

    @Option(names = "--minutes", defaultValue = "3", description = "how long faults go on")
    private double minutes;

    @Option(
            names = "--mutant",
            defaultValue = "NONE",
            description = "a mistake to be found: naive-cursor, early-cursor, loser-row")
    private Mutant mutant;

    @Option(names = "--faults", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Fault> faults = List.of();

    @Option(names = "--keep", description = "keeps the folder with ledgers and data")
    private boolean keep;

    @Override
    public Integer call() throws IOException, SQLException {
        Path home = Files.createTempDirectory("guanxi-chaos");
        System.out.println("seed " + seed + ", mutant " + mutant + ", in " + home);
        Findings findings;
        try (ChaosServers servers = ChaosServers.start(home)) {
            ChaosRun run = new ChaosRun(servers, "chaos", seed, mutant, System.out::println);
            findings =
                    run.run(
                            home.resolve("run"),
                            faults.isEmpty() ? mutant.faults() : faults,
                            mutant != Mutant.NONE || !faults.isEmpty(),
                            Duration.ofSeconds((long) (minutes * SECONDS_PER_MINUTE)));
        }
        findings.lines().forEach(System.out::println);
        if (findings.sound()) {
            System.out.println("All promises were kept. Seed " + seed + ".");
        } else {
            System.out.println("PROMISES WERE BROKEN. Seed " + seed + ", mutant " + mutant + ".");
        }
        if (keep) {
            System.out.println("Ledgers and data: " + home);
        } else {
            delete(home);
        }
        return findings.sound() ? 0 : VIOLATED;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
