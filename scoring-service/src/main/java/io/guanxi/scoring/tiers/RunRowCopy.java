package io.guanxi.scoring.tiers;

import io.guanxi.scoring.sql.DatabaseFailure;
import io.guanxi.scoring.value.Factor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes a run's rows by COPY. All values are codes and numbers, so nothing needs escaping. */
final class RunRowCopy implements AutoCloseable {
    private static final String COPY =
            "copy tier_run_score (run_id, client_id, cohort, tier, previous_tier, provisional,"
                    + " score, rank, revenue, changed, factor, value, points, facts, newest_at)"
                    + " from stdin";
    private static final String NULL = "\\N";
    private static final int FLUSH_AT = 1 << 16;
    private static final long MICROS = 1_000_000;

    private final UUID run;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 1_024);

    RunRowCopy(Connection connection, UUID run) throws SQLException {
        this.run = run;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    void write(RunRow row) {
        cell(run).cell(row.client()).cell(row.cohort()).cell(row.tier()).cell(row.previousTier());
        cell(row.provisional()).cell(row.score()).cell(row.rank()).cell(revenue(row));
        cell(row.changed());
        List<RunRow.Evidence> evidence = row.evidence();
        array(evidence, each -> each.factor().name());
        array(evidence, each -> decimal(each.factor(), each.value()));
        array(evidence, RunRow.Evidence::points);
        array(evidence, RunRow.Evidence::facts);
        array(evidence, each -> quoted(each.newestMicros()));
        buffer.setCharAt(buffer.length() - 1, '\n');
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
    }

    private static BigDecimal revenue(RunRow row) {
        return row.evidence().stream()
                .filter(each -> each.factor() == Factor.REVENUE && each.value() != null)
                .map(each -> decimal(each.factor(), each.value()))
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal decimal(Factor factor, Long value) {
        return value == null ? null : BigDecimal.valueOf(value, factor.decimals());
    }

    private static String quoted(long micros) {
        return micros == 0
                ? null
                : "\""
                        + Instant.ofEpochSecond(
                                Math.floorDiv(micros, MICROS),
                                Math.floorMod(micros, MICROS) * 1_000)
                        + "\"";
    }

    private RunRowCopy cell(Object value) {
        buffer.append(value == null ? NULL : value.toString()).append('\t');
        return this;
    }

    private void array(List<RunRow.Evidence> evidence, Function<RunRow.Evidence, Object> item) {
        buffer.append('{');
        for (int i = 0; i < evidence.size(); i++) {
            buffer.append(i == 0 ? "" : ",").append(item.apply(evidence.get(i)));
        }
        buffer.append("}\t");
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.US_ASCII);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Ends the copy: the rows are there when the transaction commits. */
    void end() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
