package io.guanxi.local.bench;

import io.agroal.api.AgroalDataSource;
import io.guanxi.kit.eventsourcing.DirectDatabase;
import io.guanxi.kit.eventsourcing.EventStoreSchema;
import io.guanxi.kit.eventsourcing.Partitions;
import io.guanxi.kit.testing.ConnectionPool;
import io.guanxi.kit.testing.LocalKafka;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A PostgreSQL and a Kafka for this run alone, as durable as in production. */
final class BenchServers implements AutoCloseable {
    private static final String DATABASE = "bench";

    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private static final int COMMITS = 201;

    /** As many as a service has for its writes. */
    private static final int CONNECTIONS = 16;

    private final AgroalDataSource pool;

    private BenchServers(LocalPostgres postgres, LocalKafka kafka) throws SQLException {
        this.postgres = postgres;
        this.kafka = kafka;
        this.pool =
                ConnectionPool.of(
                        postgres.url(DATABASE),
                        postgres.superuser(),
                        postgres.superuserPassword(),
                        CONNECTIONS);
    }

    static BenchServers start(Path home) throws SQLException, IOException {
        LocalPostgres postgres = LocalPostgres.temporary(home);
        LocalKafka kafka = LocalKafka.temporary(home);
        postgres.start(Lifetime.ATTACHED);
        kafka.start(Lifetime.ATTACHED);
        kafka.createTopics(List.of(RelayBench.BARE), Partitions.COUNT);
        postgres.database(DATABASE);
        BenchServers servers = new BenchServers(postgres, kafka);
        servers.execute(EventStoreSchema.scripts().collect(Collectors.joining("\n")));
        servers.execute(
                """
                CREATE TABLE yardstick (LIKE event INCLUDING ALL);
                CREATE TABLE bench_view (bench_id uuid PRIMARY KEY, text text, changed_at timestamptz);
                CREATE TABLE bench_seen (key text PRIMARY KEY, seen bigint NOT NULL);
                CREATE TABLE bench_commit (n int);
                """);
        return servers;
    }

    AgroalDataSource pool() {
        return pool;
    }

    DirectDatabase direct() {
        return new DirectDatabase(
                postgres.url(DATABASE), postgres.superuser(), postgres.superuserPassword());
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", kafka.bootstrap());
    }

    LocalKafka broker() {
        return kafka;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    String database() {
        return DATABASE;
    }

    String show(String setting) throws SQLException {
        return postgres.show(setting);
    }

    Connection connect() throws SQLException {
        return postgres.connect(DATABASE);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How much has been written ahead since the server was made, in bytes. */
    long walBytes() throws SQLException {
        return number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
    }

    /** The median of what one connection waits for the commit of one small row, just now. */
    double commitMs() throws SQLException {
        long[] taken = new long[COMMITS];
        try (Connection connection = postgres.connect(DATABASE);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO bench_commit VALUES (1)")) {
            for (int i = 0; i < COMMITS; i++) {
                long start = System.nanoTime();
                insert.executeUpdate();
                taken[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(taken);
        return Measure.quantile(taken, 0.5);
    }

    /** Both sides of every row begin with nothing stored and nothing dirty, like a new service. */
    void clear() throws SQLException {
        execute(
                "TRUNCATE event, stream, command, reservation, yardstick, bench_view, bench_seen,"
                        + " consumer_offset, relay_partition, bench_commit");
        execute("UPDATE relay_cursor SET position = 0, resend_until = 0");
        execute("CHECKPOINT");
    }

    @Override
    public void close() {
        pool.close();
        kafka.process().kill();
        postgres.stop();
    }
}
