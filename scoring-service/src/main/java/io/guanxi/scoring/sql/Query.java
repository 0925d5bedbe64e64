package io.guanxi.scoring.sql;

import io.guanxi.kit.service.book.BookScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A query put together from conditions that apply, each with its parameters. */
public final class Query {
    private final StringBuilder sql;
    private final List<Parameter> parameters = new ArrayList<>();

    private interface Parameter {
        int bind(PreparedStatement statement, int index) throws SQLException;
    }

    private Query(String sql) {
        this.sql = new StringBuilder(sql);
    }

    /** Begins with a statement that ends in its first condition. */
    public static Query of(String sql, Object... values) {
        return new Query(sql).bind(values);
    }

    public Query and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        return bind(values);
    }

    /** The condition, if there is a value for it. */
    public Query andIf(Object value, String condition) {
        return value == null ? this : and(condition, value);
    }

    /** Only rows of clients that the scope covers; the alias is that of {@code book_client}. */
    public Query inBook(String alias, BookScope scope) {
        sql.append(" and ").append(BookScope.onBook(alias));
        parameters.add(scope::bind);
        return this;
    }

    public Query then(String rest, Object... values) {
        sql.append(' ').append(rest);
        return bind(values);
    }

    private Query bind(Object... values) {
        for (Object value : values) {
            Object bound = value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
            parameters.add(
                    (statement, index) -> {
                        statement.setObject(index, bound);
                        return index + 1;
                    });
        }
        return this;
    }

    public <R> List<R> list(Connection connection, Batch.Reader<R> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            int index = 1;
            for (Parameter parameter : parameters) {
                index = parameter.bind(statement, index);
            }
            List<R> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(reader.read(rows));
                }
            }
            return answers;
        }
    }
}
