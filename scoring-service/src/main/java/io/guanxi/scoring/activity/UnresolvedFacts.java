package io.guanxi.scoring.activity;

import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.WriteTransactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Takes facts in that waited, once their client is known. */
@ApplicationScoped
public class UnresolvedFacts implements DueWork {
    /** The timer to poke when clients have become known. */
    public static final String TIMER = "unresolved-facts";

    private static final Logger LOG = Logger.getLogger(UnresolvedFacts.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 2_000;
    private static final String COUNT =
            """
            select count(*)
            from activity_unresolved waiting
            join client_number number
                on number.system = waiting.system and number.value = waiting.value
            """;

    private final WriteTransactions transactions;
    private final Intake intake;
    private final FactReader reader;
    private final BusinessClock clock;

    UnresolvedFacts(
            WriteTransactions transactions,
            Intake intake,
            @ConfigProperty(name = "guanxi.currency") String baseCurrency,
            BusinessClock clock) {
        this.transactions = transactions;
        this.intake = intake;
        this.reader = new FactReader(new FactRules(baseCurrency));
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every(TIMER, PAUSE, this::resolve);
    }

    private void resolve() {
        int resolved;
        do {
            resolved = transactions.run(this::resolveSome);
            if (resolved > 0) {
                LOG.infof("%d waiting facts found their client", resolved);
            }
        } while (resolved == AT_ONCE);
    }

    private int resolveSome(Connection connection) throws SQLException {
        List<String> lines = UnresolvedRows.resolvable(connection, AT_ONCE);
        if (lines.isEmpty()) {
            return 0;
        }
        List<IncomingFact> facts = lines.stream().map(this::read).toList();
        UnresolvedRows.delete(connection, facts);
        intake.take(connection, facts, clock.now());
        return lines.size();
    }

    private IncomingFact read(String line) {
        return reader.read(
                line.getBytes(StandardCharsets.UTF_8),
                fact -> fact,
                why -> {
                    throw new IllegalStateException("A waiting fact is bad now: " + why.code());
                });
    }

    @Override
    public String name() {
        return TIMER;
    }

    @Override
    public long due(Instant now) {
        return transactions.run(
                connection -> {
                    try (Batch<Void> batch = Batch.of(connection, COUNT, List.of())) {
                        return batch.query(row -> row.getLong(1)).getFirst();
                    }
                });
    }
}
