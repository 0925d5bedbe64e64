package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;

import io.agroal.api.AgroalDataSource;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store with a view of its own, and a table that a projection fills. */
abstract class RebuildFixture {
    static final Duration GENEROUS = Duration.ofSeconds(90);
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    TestDatabase database;
    AgroalDataSource pool;
    PostgresEventStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        database.asOwner("ALTER TABLE counter_view DROP COLUMN note");
        database.asOwner("CREATE INDEX counter_by_total ON counter_view (total) WHERE total > 3");
        database.asOwner("CREATE TABLE tally (key text PRIMARY KEY, total int, seen int)");
        pool = database.pool();
        store = new PostgresEventStore(pool, new TestCipher());
    }

    @AfterEach
    void close() {
        store.close();
        pool.close();
    }

    Rebuilds rebuilds(List<Projection> projections) {
        return new Rebuilds(configuration(), store, List.of(COUNTER), projections);
    }

    static void await(Rebuilds rebuilds, String name, RebuildStatus.State state) {
        Eventually.within(
                GENEROUS,
                () ->
                        rebuilds.status().stream()
                                .filter(s -> s.name().equals(name))
                                .allMatch(s -> s.state() == state));
    }

    Consumers.Configuration configuration() {
        return new Consumers.Configuration("kit", pool, kafka(), () -> NOW);
    }

    static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", TestStack.kafka().bootstrap());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
