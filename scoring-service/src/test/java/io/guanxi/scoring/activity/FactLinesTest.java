package io.guanxi.scoring.activity;

import static io.guanxi.scoring.activity.FactResult.Outcome.ACCEPTED;
import static io.guanxi.scoring.activity.FactResult.Outcome.DUPLICATE;
import static io.guanxi.scoring.activity.FactResult.Outcome.REJECTED;
import static io.guanxi.scoring.activity.FactResult.Outcome.UNRESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.scoring.ScoringDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactLinesTest {
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String CLIENT = "0198a000-0000-7000-8000-000000000001";
    private ScoringDatabase database;
    private final FactLines lines = new FactLines(new Intake(ZoneId.of("Asia/Shanghai")), "CNY");

    @BeforeEach
    void aClient() throws SQLException, IOException {
        database = ScoringDatabase.create();
        database.execute("insert into client values ('" + CLIENT + "', 'PERSON', 'ACTIVE')");
        database.execute(
                "insert into client_number values ('guanxi', '%1$s', '%1$s'), ('core', '77', '%1$s')"
                        .formatted(CLIENT));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void a_fact_is_taken_once_and_other_content_under_its_id_is_rejected() throws SQLException {
        String fact = fact("1", "TRANSACTION", "2026-03-31T15:59:59Z", "\"amount\":\"10.00\"");
        String same = fact.replace("\"10.00\"", "10");
        String other = fact.replace("\"10.00\"", "11");

        assertThat(outcomes(fact)).containsExactly(ACCEPTED);
        assertThat(outcomes(same, other)).containsExactly(DUPLICATE, REJECTED);
        assertThat(database.rows("select client_id, day, transactions from counting_day"))
                .containsExactly(CLIENT + "|2026-03-31|1");
        assertThat(database.rows("select source, id, code from activity_rejected"))
                .containsExactly("core|1|activity.changed");
    }

    @Test
    void the_same_rules_hold_inside_one_batch() throws SQLException {
        String fact = fact("1", "REVENUE", "2026-03-31T00:00:00Z", "\"amount\":\"10\"");

        assertThat(outcomes(fact, fact, fact.replace("\"10\"", "\"9\"")))
                .containsExactly(ACCEPTED, DUPLICATE, REJECTED);
        assertThat(database.rows("select month, amount, facts from revenue_month"))
                .containsExactly("2026-03-01|10|1");
    }

    @Test
    void what_the_bank_did_itself_counts_no_day() throws SQLException {
        outcomes(
                fact(
                        "1",
                        "TRANSACTION",
                        "2026-03-31T00:00:00Z",
                        "\"amount\":5,\"attributes\":{\"initiator\":\"BANK\"}"));

        assertThat(database.rows("select * from counting_day")).isEmpty();
        assertThat(database.rows("select initiator from activity")).containsExactly("BANK");
    }

    @Test
    void the_latest_balance_of_a_day_closes_it_in_whatever_order_it_came() throws SQLException {
        String evening = fact("2", "BALANCE", "2026-03-31T15:00:00Z", "\"amount\":200");
        String noon = fact("1", "BALANCE", "2026-03-31T04:00:00Z", "\"amount\":100");
        String tomorrow = fact("3", "BALANCE", "2026-03-31T16:00:00Z", "\"amount\":300");

        outcomes(evening);
        outcomes(noon, tomorrow);

        assertThat(database.rows("select day, amount from balance_day order by day"))
                .containsExactly("2026-03-31|200", "2026-04-01|300");
    }

    @Test
    void a_client_may_be_named_by_a_number_and_an_unknown_one_lets_the_fact_wait()
            throws SQLException {
        String named = byNumber("1", "77");
        String unknown = byNumber("2", "78");

        assertThat(outcomes(named, unknown)).containsExactly(ACCEPTED, UNRESOLVED);
        assertThat(outcomes(unknown, unknown.replace("\"5\"", "\"6\"")))
                .containsExactly(DUPLICATE, REJECTED);
        assertThat(database.rows("select system, value from activity_unresolved"))
                .containsExactly("core|78");
        assertThat(UnresolvedRows.resolvable(database.connection(), 10)).isEmpty();

        database.execute("insert into client_number values ('core', '78', '" + CLIENT + "')");

        assertThat(UnresolvedRows.resolvable(database.connection(), 10)).containsExactly(unknown);
    }

    @Test
    void every_touched_client_is_due_once_and_a_later_touch_gives_another_stamp()
            throws SQLException {
        outcomes(
                fact("1", "TRANSACTION", "2026-03-30T00:00:00Z", "\"amount\":1"),
                fact("2", "TRANSACTION", "2026-03-31T00:00:00Z", "\"amount\":1"));
        List<String> first = database.rows("select client_id, stamp from churn_due");
        outcomes(fact("3", "TRANSACTION", "2026-03-31T00:00:00Z", "\"amount\":1"));

        assertThat(first).hasSize(1);
        assertThat(database.rows("select client_id, stamp from churn_due"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void foreign_money_is_rejected_with_its_own_reason() throws SQLException {
        String fact =
                fact("1", "REVENUE", "2026-03-31T00:00:00Z", "\"amount\":1,\"currency\":\"USD\"");

        FactResult result = results(fact).getFirst();

        assertThat(result.code()).isEqualTo("activity.currency-foreign");
        assertThat(result.detail()).isEqualTo("Amounts are taken in CNY only.");
        assertThat(result.errors().getFirst().pointer()).isEqualTo("/currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{}",
                "{\"id\":",
                "{\"id\":\"1\",\"unknown\":1}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":\"x\",\"type\":\"REVENUE\"}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"core\"}}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"\\u0000\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"\\ud800\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"NONSENSE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"QUALIFICATION\",\"at\":\"2026-01-01T00:00:00Z\",\"value\":101}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1e99}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1}x",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"Wang Fang\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1"
                        + ",\"attributes\":{\"category\":\"王小明\"}}",
                "{\"id\":\"1\",\"source\":\"core\",\"client\":{\"system\":\"a\",\"value\":\"b\"}"
                        + ",\"type\":\"REVENUE\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1"
                        + ",\"attributes\":{\"account\":\"wang@home.cn\"}}"
            })
    void a_malformed_line_is_rejected_and_listed(String line) throws SQLException {
        List<FactResult> results = results(line);

        assertThat(results).hasSize(1);
        assertThat(results.getFirst().result()).isEqualTo(REJECTED);
        assertThat(results.getFirst().code()).isEqualTo("activity.malformed");
        assertThat(database.rows("select code from activity_rejected"))
                .containsExactly("activity.malformed");
    }

    private List<FactResult.Outcome> outcomes(String... facts) throws SQLException {
        return results(facts).stream().map(FactResult::result).toList();
    }

    private List<FactResult> results(String... facts) throws SQLException {
        List<byte[]> bytes =
                Arrays.stream(facts).map(fact -> fact.getBytes(StandardCharsets.UTF_8)).toList();
        return lines.take(database.connection(), bytes, NOW);
    }

    private static String fact(String id, String type, String at, String more) {
        return "{\"id\":\"%s\",\"source\":\"core\",\"client\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",%s}"
                .formatted(id, CLIENT, type, at, more);
    }

    private static String byNumber(String id, String number) {
        return fact(id, "REVENUE", "2026-03-31T00:00:00Z", "\"amount\":\"5\"")
                .replace(
                        "\"" + CLIENT + "\"", "{\"system\":\"core\",\"value\":\"" + number + "\"}");
    }
}
