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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
