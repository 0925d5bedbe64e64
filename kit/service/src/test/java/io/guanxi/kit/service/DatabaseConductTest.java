package io.guanxi.kit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.guanxi.kit.testing.GuanxiTestResource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long the database may be kept waiting, and what it tells of what it refuses. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class DatabaseConductTest {
    @Inject javax.sql.DataSource reading;

    @Inject
    @DataSource("write")
    javax.sql.DataSource writing;

    @Test
    void a_statement_ends_before_the_socket_gives_up_on_it() throws SQLException {
        assertThat(shown(reading, "statement_timeout")).isEqualTo("55s");
        assertThat(shown(writing, "statement_timeout")).isEqualTo("55s");
    }

    @Test
    void a_transaction_that_was_forgotten_ends() throws SQLException {
        assertThat(shown(writing, "idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void what_a_refused_row_holds_is_in_no_failure() throws SQLException {
        for (javax.sql.DataSource each : List.of(reading, writing)) {
            String secret = "secret-" + UUID.randomUUID();
            assertThat(failure(each, secret))
                    .contains("duplicate key value violates unique constraint")
                    .doesNotContain(secret);
        }
    }

    private static String failure(javax.sql.DataSource source, String secret) throws SQLException {
        String sql = "insert into reservation (scope, key, owner) values ('name', ?, ?)";
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < 2; i++) {
                insert.setString(1, secret);
                insert.setObject(2, UUID.randomUUID());
                insert.addBatch();
            }
            StringWriter trace = new StringWriter();
            SQLException refused = (SQLException) catchThrowable(insert::executeBatch);
            refused.printStackTrace(new PrintWriter(trace));
            refused.getNextException().printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static String shown(javax.sql.DataSource source, String setting) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
