package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.scoring.sql.Batch;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The risks as they were reckoned last, and the marks that ask for the next time. */
final class AssessmentRows {
    private static final String DUE =
            "select client_id, stamp from churn_due order by stamp limit ?";
    private static final String TOLD =
            "select client_id, level, risk from client_churn where client_id = any(?)";
    private static final String KEEP =
            """
            insert into churn_assessment
                (client_id, day, level, risk, twelve_months, model_version, receipt)
            select client_id, day, level, risk, twelve_months, model_version, receipt::jsonb
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as t (client_id, day, level, risk, twelve_months, model_version, receipt)
            order by client_id
            on conflict (client_id) do update
            set day = excluded.day, level = excluded.level, risk = excluded.risk,
                twelve_months = excluded.twelve_months, model_version = excluded.model_version,
                receipt = excluded.receipt
            """;
    private static final String DONE =
            """
            delete from churn_due due
            using unnest(?, ?) as done (client_id, stamp)
            where due.client_id = done.client_id and due.stamp = done.stamp
            """;

    private AssessmentRows() {}

    /** A client to be reckoned; a touch since then has another stamp. */
    record Due(UUID client, long stamp) {}

    /** A risk as it was reckoned, with the level that is in force. */
    record Assessment(UUID client, RiskLevel level, ChurnReceipt receipt) {}

    static List<Due> due(Connection connection, int limit) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, DUE, List.of())) {
            return batch.with(limit)
                    .query(row -> new Due(row.getObject(1, UUID.class), row.getLong(2)));
        }
    }

    static Map<UUID, Churn> told(Connection connection, Collection<UUID> clients)
            throws SQLException {
        Map<UUID, Churn> told = new HashMap<>();
        try (Batch<UUID> batch = Batch.of(connection, TOLD, clients)) {
            for (Churn churn : batch.ids(Function.identity()).query(AssessmentRows::churn)) {
                told.put(churn.clientId(), churn);
            }
        }
        return told;
    }

    private static Churn churn(ResultSet row) throws SQLException {
        return new Churn(
                row.getObject(1, UUID.class),
                RiskLevel.valueOf(row.getString(2)),
                row.getBigDecimal(3));
    }

    static void keep(Connection connection, List<Assessment> assessments) throws SQLException {
        try (Batch<Assessment> batch = Batch.of(connection, KEEP, assessments)) {
            batch.ids(Assessment::client)
                    .days(each -> each.receipt().windows().day())
                    .texts(each -> each.level().name())
                    .numbers(each -> each.receipt().risk())
                    .numbers(each -> twelveMonths(each.receipt()))
                    .texts(each -> each.receipt().modelVersion())
                    .texts(each -> new String(Json.bytes(each.receipt()), StandardCharsets.UTF_8))
                    .update();
        }
    }

    private static BigDecimal twelveMonths(ChurnReceipt receipt) {
        return receipt.inputs().revenue().twelveMonths();
    }

    static void done(Connection connection, List<Due> due) throws SQLException {
        try (Batch<Due> batch = Batch.of(connection, DONE, due)) {
            batch.ids(Due::client).integers(Due::stamp).update();
        }
    }
}
