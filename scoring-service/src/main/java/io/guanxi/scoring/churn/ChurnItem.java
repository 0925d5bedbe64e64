package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A client's risk as it is listed.
 *
 * @param day the day it was reckoned for
 * @param risk 0 to 100, a decimal string
 * @param missing factors without data; they score 0
 */
public record ChurnItem(
        UUID clientId,
        String rmId,
        String unitId,
        RiskLevel level,
        String risk,
        LocalDate day,
        Money twelveMonthRevenue,
        List<Reason> reasons,
        List<ChurnFactor> missing,
        String modelVersion) {

    public record Money(String amount, String currency) {}

    /** What adds to a risk, and how much. */
    public record Reason(ChurnFactor factor, String points) {}

    static ChurnItem read(ResultSet row, String baseCurrency) throws SQLException {
        ChurnReceipt receipt = receipt(row);
        return new ChurnItem(
                row.getObject("client_id", UUID.class),
                row.getString("rm_id"),
                row.getString("unit_id"),
                RiskLevel.valueOf(row.getString("level")),
                plain(receipt.risk()),
                receipt.windows().day(),
                new Money(row.getBigDecimal("twelve_months").toPlainString(), baseCurrency),
                receipt.reasons().stream()
                        .map(term -> new Reason(term.factor(), plain(term.points())))
                        .toList(),
                receipt.missing(),
                receipt.modelVersion());
    }

    static ChurnReceipt receipt(ResultSet row) throws SQLException {
        byte[] json = row.getString("receipt").getBytes(StandardCharsets.UTF_8);
        return Json.read(json, ChurnReceipt.class);
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
