package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.scoring.sql.Batch;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A fact as it is shown.
 *
 * @param client the client it counts for
 * @param currency the bank's base currency, where there is an amount
 * @param reversedAt when it was taken back; null while it counts
 */
public record FactCard(
        String id,
        String source,
        UUID client,
        ActivityType type,
        Instant at,
        String amount,
        String currency,
        String value,
        Map<String, String> attributes,
        Instant receivedAt,
        Instant reversedAt) {
    static final String COLUMNS =
            "activity.source, activity.id, activity.client_id, activity.type, activity.at,"
                    + " activity.amount, activity.value, activity.initiator, activity.account,"
                    + " activity.kind, activity.product, activity.category,"
                    + " activity.received_at, activity.reversed_at";

    static FactCard read(ResultSet row, String baseCurrency) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new FactCard(
                row.getString("id"),
                row.getString("source"),
                row.getObject("client_id", UUID.class),
                ActivityType.valueOf(row.getString("type")),
                Batch.instant(row, "at"),
                plain(amount),
                amount == null ? null : baseCurrency,
                plain(row.getBigDecimal("value")),
                attributes(row),
                Batch.instant(row, "received_at"),
                Batch.instant(row, "reversed_at"));
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static Map<String, String> attributes(ResultSet row) throws SQLException {
        Map<String, String> attributes = new TreeMap<>();
        for (String name : FactRules.ATTRIBUTES) {
            String value = row.getString(name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }
}
