package io.guanxi.kit.service.book;

import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/**
 * Which clients somebody may see: all, or those of these managers, and of these units those that
 * nobody owns. One rule in two forms, {@link #covers} and the SQL predicate, which must agree.
 */
public record BookScope(boolean all, Set<String> rmIds, Set<String> unitIds) {
    public static final BookScope NOTHING = new BookScope(false, Set.of(), Set.of());
    public static final BookScope EVERYTHING = new BookScope(true, Set.of(), Set.of());

    private static final String ON_BOOK =
            "(%2$s or %1$s.rm_id = any(%3$s)"
                    + " or (%1$s.rm_id is null and %1$s.unit_id = any(%4$s)))";
    private static final String ON_CLIENT =
            "(%2$s or exists (select 1 from book_client book where book.client_id = %1$s and"
                    + " (book.rm_id = any(%3$s)"
                    + " or (book.rm_id is null and book.unit_id = any(%4$s)))))";

    public BookScope {
        rmIds = Set.copyOf(rmIds);
        unitIds = Set.copyOf(unitIds);
    }

    public boolean covers(BookClient client) {
        return all
                || (client.rmId() != null
                        ? rmIds.contains(client.rmId())
                        : client.unitId() != null && unitIds.contains(client.unitId()));
    }

    /**
     * The predicate on a {@code book_client} row, for JDBC: three parameters, see {@link
     * #bind(PreparedStatement, int)}.
     */
    public static String onBook(String alias) {
        return ON_BOOK.formatted(alias, "?", "?", "?");
    }

    /** The predicate on a column with a client's id, for JDBC: three parameters. */
    public static String onClient(String column) {
        return ON_CLIENT.formatted(column, "?", "?", "?");
    }

    /** The predicate on a {@code book_client} row, for a native query with named parameters. */
    public static String onBookNamed(String alias) {
        return ON_BOOK.formatted(alias, ":bookAll", ":bookRms", ":bookUnits");
    }

    /** The predicate on a column with a client's id, for a native query with named parameters. */
    public static String onClientNamed(String column) {
        return ON_CLIENT.formatted(column, ":bookAll", ":bookRms", ":bookUnits");
    }

    /**
     * Binds the three parameters of {@link #onBook} or {@link #onClient}.
     *
     * @return the index after them
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setBoolean(first, all);
        statement.setArray(first + 1, connection.createArrayOf("text", rmIds.toArray()));
        statement.setArray(first + 2, connection.createArrayOf("text", unitIds.toArray()));
        return first + 3;
    }

    /** Binds the parameters of {@link #onBookNamed} or {@link #onClientNamed}. */
    public <Q extends Query> Q bind(Q query) {
        query.setParameter("bookAll", all);
        query.setParameter("bookRms", rmIds.toArray(String[]::new));
        query.setParameter("bookUnits", unitIds.toArray(String[]::new));
        return query;
    }
}
