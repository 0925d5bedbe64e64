package io.guanxi.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @Test
    void postgres_is_as_durable_as_in_production() throws SQLException {
        LocalPostgres postgres = TestStack.postgres();
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                .allSatisfy(setting -> assertThat(postgres.show(setting)).isEqualTo("on"));
        assertThat(postgres.show("server_encoding")).isEqualTo("UTF8");
        assertThat(postgres.show("password_encryption")).isEqualTo("scram-sha-256");
    }

    @Test
    void the_owner_makes_tables_and_the_service_works_on_their_rows() throws SQLException {
        LocalPostgres.Database database = TestStack.postgres().database("roles");
        assertThat(TestStack.postgres().database("roles")).isEqualTo(database);
        try (Connection owner =
                        connect(database.url(), database.owner(), database.ownerPassword());
                Connection user = connect(database.url(), database.user(), database.password())) {
            owner.createStatement().execute("create table thing(id int)");
            user.createStatement().execute("insert into thing values (1)");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> user.createStatement().execute("create table other(id int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_killed_postgres_comes_back_with_its_data(@TempDir Path home) throws SQLException {
        LocalPostgres postgres = LocalPostgres.temporary(home);
        postgres.start(Lifetime.ATTACHED);
        try (Connection connection = postgres.connect("postgres")) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        postgres.process().kill();
        assertThat(postgres.running()).isFalse();
        postgres.start(Lifetime.ATTACHED);
        try (Connection connection = postgres.connect("postgres")) {
            var row = connection.createStatement().executeQuery("select answer from kept");
            assertThat(row.next()).isTrue();
        }
        postgres.stop();
        assertThat(postgres.running()).isFalse();
    }

    @Test
    void kafka_carries_what_was_sent() {
        TestTopics.send("guanxi.clients", "key", "{\"n\":1}");
        assertThat(TestTopics.await("guanxi.clients", GENEROUS, 1, r -> r.key().equals("key")))
                .first()
                .satisfies(record -> assertThat(record.value()).isEqualTo("{\"n\":1}"));
    }

    private static Connection connect(String url, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
