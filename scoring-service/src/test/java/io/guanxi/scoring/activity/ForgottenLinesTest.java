package io.guanxi.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.service.personal.PersonalStore;
import io.guanxi.scoring.ScoringDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was kept in the words it came in is let go of with the client it names, and nothing else.
 */
class ForgottenLinesTest {
    private static final UUID CLIENT = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0198a000-0000-7000-8000-000000000002");
    private ScoringDatabase database;
    private final FactLines lines = new FactLines(new Intake(ZoneId.of("Asia/Shanghai")), "CNY");

    @BeforeEach
    void clients() throws SQLException, IOException {
        database = ScoringDatabase.create();
        for (UUID client : new UUID[] {CLIENT, OTHER}) {
            number("guanxi", client.toString(), client);
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void rejected_lines_that_name_the_client_are_purged() throws SQLException {
        number("core", "7(7)", CLIENT);
        number("cards", "6222.0012", CLIENT);
        number("core", "77", OTHER);
        take(
                "{\"client\":\"" + CLIENT + "\",\"note\":\"about Wang\"}",
                "this is no JSON but is about "
                        + CLIENT.toString().toUpperCase(java.util.Locale.ROOT),
                "{\"client\":{\"system\":\"core\",\"value\":\"7(7)\"},\"name\":\"Wang\"}",
                "cards;6222.0012;Wang Fang",
                "x,6222.0012,without the system",
                "x,7(7),short and without the system",
                "x,6222.00123,another number",
                "x,6222x0012,another one",
                "{\"client\":\"" + OTHER + "\",\"note\":\"about Li\"}");

        purge(new RejectedLineStore());

        assertThat(database.rows("select line from activity_rejected order by line"))
                .containsExactlyInAnyOrder(
                        "x,7(7),short and without the system",
                        "x,6222.00123,another number",
                        "x,6222x0012,another one",
                        "{\"client\":\"" + OTHER + "\",\"note\":\"about Li\"}");
    }

    @Test
    void facts_that_wait_under_a_number_of_the_client_are_purged() throws SQLException {
        take(waiting("1", "77"), waiting("2", "78"));
        number("core", "77", CLIENT);

        purge(new UnresolvedLineStore());

        assertThat(database.rows("select value from activity_unresolved")).containsExactly("78");
    }

    private void purge(PersonalStore store) throws SQLException {
        assertThat(store.remaining(database.connection(), CLIENT)).isPositive();
        store.purge(database.connection(), CLIENT);
        assertThat(store.remaining(database.connection(), CLIENT)).isZero();
    }

    private void number(String system, String value, UUID client) throws SQLException {
        database.execute(
                "insert into client_number values ('%s', '%s', '%s')"
                        .formatted(system, value, client));
    }

    private static String waiting(String id, String value) {
        return "{\"id\":\"%s\",\"source\":\"core\",\"client\":{\"system\":\"core\",\"value\":\"%s\"},\"type\":\"HEADCOUNT\",\"at\":\"2026-03-31T00:00:00Z\",\"value\":3}"
                .formatted(id, value);
    }

    private void take(String... all) throws SQLException {
        lines.take(
                database.connection(),
                Arrays.stream(all).map(line -> line.getBytes(StandardCharsets.UTF_8)).toList(),
                Instant.parse("2026-04-01T00:00:00Z"));
    }
}
