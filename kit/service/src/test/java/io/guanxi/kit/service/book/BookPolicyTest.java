package io.guanxi.kit.service.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The two forms of the policy, Java and SQL, must agree on every client. */
class BookPolicyTest {
    private static final List<String> RMS = List.of("S-1", "S-2", "S-3", "S-4");
    private static final List<String> UNITS = List.of("U-1", "U-2", "U-3");

    @Test
    void the_predicate_and_the_check_agree() throws Exception {
        LocalPostgres.Database database = TestStack.postgres().database("bookpolicy");
        try (Connection connection =
                DriverManager.getConnection(
                        database.url(), database.owner(), database.ownerPassword())) {
            schema(connection);
            Random random = new Random(42);
            List<BookClient> clients = clients(connection, random);
            for (int i = 0; i < 200; i++) {
                BookScope scope =
                        new BookScope(
                                random.nextInt(20) == 0, some(random, RMS), some(random, UNITS));
                Set<UUID> covered = new HashSet<>();
                clients.stream()
                        .filter(scope::covers)
                        .forEach(client -> covered.add(client.clientId()));
                assertThat(
                                select(
                                        connection,
                                        scope,
                                        "book_client b",
                                        "b.client_id",
                                        BookScope.onBook("b")))
                        .isEqualTo(covered);
                assertThat(
                                select(
                                        connection,
                                        scope,
                                        "book_client v",
                                        "v.client_id",
                                        BookScope.onClient("v.client_id")))
                        .isEqualTo(covered);
            }
        }
    }

    @Test
    void PR_10_a_cover_counts_from_its_first_instant_to_just_before_its_last() throws Exception {
        LocalPostgres.Database database = TestStack.postgres().database("bookcover");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.owner());
        source.setPassword(database.ownerPassword());
        Instant from = Instant.parse("2026-03-01T16:00:00Z");
        Instant to = Instant.parse("2026-03-08T16:00:00Z");
        try (Connection connection = source.getConnection()) {
            schema(connection);
            cover(connection, "S-1", from, to, "ACTIVE");
            cover(connection, "S-3", from, from.plusSeconds(60), "CANCELLED");
        }
        BookTables book = new BookTables(source);
        assertThat(book.coveredBy("S-2", from.minusNanos(1_000))).isEmpty();
        assertThat(book.coveredBy("S-2", from)).containsExactlyInAnyOrder("S-1", "S-3");
        assertThat(book.coveredBy("S-2", from.plusSeconds(60))).containsExactly("S-1");
        assertThat(book.coveredBy("S-2", to.minusSeconds(1))).containsExactly("S-1");
        assertThat(book.coveredBy("S-2", to.minusNanos(1_000))).containsExactly("S-1");
        assertThat(book.coveredBy("S-2", to)).isEmpty();
    }

    @Test
    void AL_01_who_has_left_is_no_supervisor_and_the_one_above_is_the_next() throws Exception {
        LocalPostgres.Database database = TestStack.postgres().database("booksupervisors");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.owner());
        source.setPassword(database.ownerPassword());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            schema(connection);
            statement.execute(
                    """
                    insert into book_staff (staff_id, supervisor_id, active) values
                        ('S-1', 'S-2', true), ('S-2', 'S-3', false), ('S-3', 'S-4', true),
                        ('S-4', 'S-5', true)""");
        }
        assertThat(new BookTables(source).supervisors("S-1")).containsExactly("S-3", "S-4");
    }

    private static void cover(
            Connection connection, String staff, Instant from, Instant to, String state)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into book_cover (absence_id, staff_id, cover_id, from_at, to_at,"
                                + " state) values (?, ?, 'S-2', ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, staff);
            insert.setObject(3, from.atOffset(ZoneOffset.UTC));
            insert.setObject(4, to.atOffset(ZoneOffset.UTC));
            insert.setString(5, state);
            insert.executeUpdate();
        }
    }

    private static void schema(Connection connection) throws Exception {
        String sql =
                new String(
                        BookPolicyTest.class
                                .getResourceAsStream("/db/service/V100__service.sql")
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<BookClient> clients(Connection connection, Random random)
            throws SQLException {
        List<BookClient> clients = new ArrayList<>();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into book_client (client_id, rm_id, unit_id, since) values (?, ?, ?, now())")) {
            for (int i = 0; i < 100; i++) {
                String rm = random.nextInt(3) == 0 ? null : RMS.get(random.nextInt(RMS.size()));
                String unit =
                        random.nextInt(5) == 0 ? null : UNITS.get(random.nextInt(UNITS.size()));
                BookClient client = BookClient.first(new UUID(7, i), rm, unit, Instant.EPOCH);
                insert.setObject(1, client.clientId());
                insert.setString(2, rm);
                insert.setString(3, unit);
                insert.addBatch();
                clients.add(client);
            }
            insert.executeBatch();
        }
        return clients;
    }

    private static Set<UUID> select(
            Connection connection, BookScope scope, String table, String column, String predicate)
            throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select " + column + " from " + table + " where " + predicate)) {
            assertThat(scope.bind(select, 1)).isEqualTo(4);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    private static Set<String> some(Random random, List<String> all) {
        Set<String> some = new HashSet<>(all);
        some.removeIf(_ -> random.nextBoolean());
        return some;
    }
}
