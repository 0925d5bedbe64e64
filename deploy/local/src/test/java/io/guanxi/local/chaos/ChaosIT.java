package io.guanxi.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short run of {@code ./guanxi chaos}, and proof that its checker would not stay silent. */
class ChaosIT {
    private static final long SEED = 20261125;
    private static final List<Fault> SOME =
            List.of(
                    Fault.KILL_AFTER_APPEND,
                    Fault.KILL_RELAY_SENT,
                    Fault.KILL_RELAY_COMMITTED,
                    Fault.KILL_REACTION_WRITTEN,
                    Fault.TWO_RELAYS,
                    Fault.HELD_APPEND,
                    Fault.FOREIGN_TRANSACTION,
                    Fault.POISON,
                    Fault.CUT_CONNECTIONS,
                    Fault.KILL_POSTGRES);

    @TempDir private static Path home;

    private static ChaosServers servers;

    @BeforeAll
    static void start() {
        servers = ChaosServers.start(home);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void what_was_promised_holds_whatever_breaks() throws IOException, SQLException {
        Findings findings = run("whole", Mutant.NONE, SOME);
        assertThat(findings.broken()).isEmpty();
        assertThat(findings.counts().get("commands acknowledged")).isPositive();
        assertThat(findings.counts().get("records parked behind poison and replayed")).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_mistake_is_found(Mutant mutant) throws IOException, SQLException {
        Findings findings =
                run(mutant.name().toLowerCase(java.util.Locale.ROOT), mutant, mutant.faults());
        assertThat(findings.broken())
                .anyMatch(broken -> broken.contains(sign(mutant)))
                .noneMatch(broken -> broken.startsWith("it did not get on"));
    }

    /** What the checker must say of it: a run can break in ways that prove nothing. */
    private static String sign(Mutant mutant) {
        return switch (mutant) {
            case NAIVE_CURSOR, EARLY_CURSOR -> "is not on the topic";
            case LOSER_ROW -> "events of acknowledged command";
            case NONE -> throw new IllegalArgumentException("Nothing breaks");
        };
    }

    private static Findings run(String name, Mutant mutant, List<Fault> faults)
            throws IOException, SQLException {
        return new ChaosRun(servers, name, SEED, mutant, System.out::println)
                .run(home.resolve(name), faults, true, Duration.ZERO);
    }
}
