package io.guanxi.visit.sql;

import io.guanxi.kit.service.book.BookScope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A query put together from the filters that were given; values are always parameters. */
public final class Select {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();
    private boolean conditions;

    /**
     * A query still without conditions.
     *
     * @param head up to and with {@code where}
     */
    public Select(String head, Object... headValues) {
        this.sql = new StringBuilder(head);
        this.values.addAll(List.of(headValues));
    }

    /** Only rows of clients in the book. */
    public void book(BookScope scope, String clientColumn) {
        and(BookScope.onClient(clientColumn), scope);
    }

    public void and(String condition, Object... given) {
        sql.append(conditions ? " and " : "").append(condition);
        conditions = true;
        values.addAll(List.of(given));
    }

    /** The condition if its value was given. */
    public void andIf(String condition, Object value) {
        if (value != null) {
            and(condition, value);
        }
    }

    /** The condition if its value was given, which it needs twice. */
    public void andIf(String condition, Object value, Object again) {
        if (value != null) {
            and(condition, value, again);
        }
    }

    public void end(String tail, Object... given) {
        sql.append(' ').append(tail);
        values.addAll(List.of(given));
    }

    /** How a row becomes a thing. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> run(DataSource database, Row<T> row) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int at = 1;
        for (Object value : values) {
            if (value instanceof BookScope scope) {
                at = scope.bind(statement, at);
            } else {
                statement.setObject(
                        at++,
                        value instanceof Instant instant
                                ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                                : value);
            }
        }
    }

    /** A column's instant, null if it has none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A column's texts, empty if it has none. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
