package io.guanxi.scoring.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One statement over many rows: each column is an array parameter that the SQL unnests. Parameters
 * are given in the order of the question marks.
 *
 * @param <T> the rows
 */
public final class Batch<T> implements AutoCloseable {
    private final PreparedStatement statement;
    private final Collection<T> rows;
    private int next = 1;

    private Batch(PreparedStatement statement, Collection<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public static <T> Batch<T> of(Connection connection, String sql, Collection<T> rows)
            throws SQLException {
        return new Batch<>(connection.prepareStatement(sql), rows);
    }

    /** Reads a row of an answer. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    public Batch<T> texts(Function<T, String> column) throws SQLException {
        return array("text", column);
    }

    public Batch<T> ids(Function<T, UUID> column) throws SQLException {
        return array("uuid", column);
    }

    public Batch<T> days(Function<T, LocalDate> column) throws SQLException {
        return array("date", column);
    }

    public Batch<T> instants(Function<T, Instant> column) throws SQLException {
        return array("timestamptz", column);
    }

    public Batch<T> numbers(Function<T, BigDecimal> column) throws SQLException {
        return array("numeric", column);
    }

    public Batch<T> integers(Function<T, Number> column) throws SQLException {
        return array("int8", column);
    }

    public Batch<T> flags(Function<T, Boolean> column) throws SQLException {
        return array("bool", column);
    }

    private Batch<T> array(String type, Function<T, ?> column) throws SQLException {
        Object[] values = new Object[rows.size()];
        int index = 0;
        for (T row : rows) {
            values[index++] = column.apply(row);
        }
        Array array = statement.getConnection().createArrayOf(type, values);
        statement.setArray(next++, array);
        return this;
    }

    /** One value for all rows. */
    public Batch<T> with(Object value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    /** One instant for all rows. */
    public Batch<T> with(Instant value) throws SQLException {
        return with(value.atOffset(ZoneOffset.UTC));
    }

    public int update() throws SQLException {
        return statement.executeUpdate();
    }

    public <R> List<R> query(Reader<R> reader) throws SQLException {
        List<R> answers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                answers.add(reader.read(rows));
            }
        }
        return answers;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    /** An instant of a row; null if there is none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
