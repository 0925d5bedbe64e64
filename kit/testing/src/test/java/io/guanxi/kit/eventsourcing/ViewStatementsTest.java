package io.guanxi.kit.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewStatementsTest {
    /** A row with everything whose form could be mistaken. */
    record Row(UUID rowId, Instant openedAt, BigDecimal netAmount, Place lastPlace, String noted) {}

    record Place(String streetName) {}

    private static final InlineView<Object, Row> VIEW =
            new InlineView<>() {
                @Override
                public String table() {
                    return "a_row";
                }

                @Override
                public Class<Row> rowType() {
                    return Row.class;
                }

                @Override
                public Row evolve(Row row, Recorded<Object> event) {
                    return row;
                }
            };

    @Test
    void members_are_columns_and_nested_values_stay_as_they_are() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        database.asOwner(
                "create table a_row (row_id uuid primary key, opened_at timestamptz,"
                        + " net_amount numeric, last_place jsonb, noted text)");
        Row row =
                new Row(
                        new UUID(0, 1),
                        Instant.parse("2026-03-02T08:00:00Z"),
                        new BigDecimal("12.50"),
                        new Place("Harbour Road"),
                        null);
        ViewStatements statements = new ViewStatements(database.source());
        JsonNode json = Json.MAPPER.readTree(statements.upsert(VIEW, row).row());
        assertThat(json)
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                {"row_id": "00000000-0000-0000-0000-000000000001",
                                 "opened_at": "2026-03-02T08:00:00Z",
                                 "net_amount": "12.50",
                                 "last_place": {"streetName": "Harbour Road"}}"""));
        assertThat(statements.delete(VIEW, row).row())
                .isEqualTo(statements.upsert(VIEW, row).row());
    }
}
