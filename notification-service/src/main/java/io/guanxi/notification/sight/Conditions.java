package io.guanxi.notification.sight;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The conditions of a query, each with its parameters; values never become text of the query. */
public final class Conditions {
    private final List<String> predicates = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a condition; a collection is bound as a text array. */
    public Conditions and(String predicate, Object... values) {
        predicates.add("(" + predicate + ")");
        Collections.addAll(parameters, values);
        return this;
    }

    /** Adds a condition unless its value is absent. */
    public Conditions andIf(String predicate, Object value) {
        return value == null ? this : and(predicate, value);
    }

    /** {@code where …}, or nothing. */
    public String where() {
        return predicates.isEmpty() ? "" : " where " + String.join(" and ", predicates);
    }

    /**
     * Binds all parameters.
     *
     * @return the index after them
     */
    public int bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            bind(statement, index++, parameter);
        }
        return index;
    }

    private static void bind(PreparedStatement statement, int index, Object value)
            throws SQLException {
        Connection connection = statement.getConnection();
        switch (value) {
            case Collection<?> many ->
                    statement.setArray(index, connection.createArrayOf("text", many.toArray()));
            case Instant at ->
                    statement.setObject(index, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            case Enum<?> code -> statement.setString(index, code.name());
            default -> statement.setObject(index, value);
        }
    }
}
