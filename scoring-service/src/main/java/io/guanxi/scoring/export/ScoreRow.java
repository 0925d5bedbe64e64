package io.guanxi.scoring.export;

import io.guanxi.scoring.sql.Batch;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A client's tier and churn risk.
 *
 * @param tier null before the first
 * @param score of the value model; null while the client is not ranked
 * @param risk 0 to 100; null before the first
 */
public record ScoreRow(
        UUID clientId,
        String rmId,
        String unitId,
        String cohort,
        String tier,
        String previousTier,
        Boolean provisional,
        BigDecimal score,
        Integer rank,
        Integer cohortSize,
        Instant tierAsOf,
        String tierModel,
        String riskLevel,
        BigDecimal risk,
        LocalDate riskDay,
        String riskModel) {

    static ScoreRow read(ResultSet row) throws SQLException {
        return new ScoreRow(
                row.getObject("client_id", UUID.class),
                row.getString("rm_id"),
                row.getString("unit_id"),
                row.getString("cohort"),
                row.getString("tier"),
                row.getString("previous_tier"),
                row.getObject("provisional", Boolean.class),
                row.getBigDecimal("score"),
                row.getObject("rank", Integer.class),
                row.getObject("cohort_size", Integer.class),
                Batch.instant(row, "as_of"),
                row.getString("tier_model"),
                row.getString("level"),
                row.getBigDecimal("risk"),
                row.getObject("day", LocalDate.class),
                row.getString("risk_model"));
    }
}
