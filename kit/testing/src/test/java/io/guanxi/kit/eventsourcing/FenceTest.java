package io.guanxi.kit.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FenceTest {
    private static final String INSERT =
            "INSERT INTO event (stream_id, version, key, partition, type, schema_ver, command_id,"
                    + " occurred_at, recorded_at, data) VALUES (uuidv7(), 1, uuidv7(), 0, 't', 1,"
                    + " uuidv7(), now(), now(), '{}')";

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @Test
    void an_append_that_is_still_open_is_never_read_past() throws SQLException {
        try (Connection slow = database.source().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(INSERT);
            database.execute(INSERT);
            assertThat(database.text("SELECT fence('50 ms')")).isNull();
            slow.commit();
        }
        assertThat(database.number("SELECT fence('5 s')")).isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM event WHERE position <= 2")).isEqualTo(2);
    }

    @Test
    void an_append_that_is_rolled_back_leaves_a_gap_and_nobody_waiting() throws SQLException {
        try (Connection slow = database.source().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(INSERT);
            slow.rollback();
        }
        assertThat(database.number("SELECT fence('5 s')")).isEqualTo(1);
    }

    @Test
    void a_foreign_transaction_that_appends_nothing_does_not_delay_it() throws SQLException {
        try (Connection other = database.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO reservation VALUES ('a', 'b', uuidv7())");
            database.execute(INSERT);
            assertThat(database.number("SELECT fence('5 s')")).isEqualTo(1);
            other.rollback();
        }
    }

    @Test
    void the_working_role_cannot_take_the_fence_away() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> database.execute("ALTER TABLE event DISABLE TRIGGER fence"))
                .hasMessageContaining("must be owner");
    }
}
