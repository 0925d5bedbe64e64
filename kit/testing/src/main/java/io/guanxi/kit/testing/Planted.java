package io.guanxi.kit.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Words that were planted as somebody's personal data, looked for where they must not be. Bytes are
 * looked through as well as text, so nothing hides in a binary column.
 */
public final class Planted {
    private static final String TABLES =
            "select table_schema, table_name from information_schema.tables"
                    + " where table_schema in ('public', 'rebuild')"
                    + " and table_type = 'BASE TABLE' order by 1, 2";

    /** Where a rebuild fills its tables, there are rows, too. */
    private record Table(String schema, String name) {
        String quoted() {
            return "\"" + schema + "\".\"" + name + "\"";
        }
    }

    private final List<String> words;

    public Planted(String... words) {
        this.words = List.of(words);
    }

    /** The words that stand in the text. */
    public List<String> in(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> lower.contains(word.toLowerCase(Locale.ROOT)))
                .map(word -> where + " holds " + word)
                .toList();
    }

    /** The words that stand in any of the database's tables, but for some. */
    public List<String> inTables(Connection connection, Collection<String> exceptions)
            throws SQLException {
        List<String> found = new ArrayList<>();
        for (Table table : tables(connection)) {
            if (!exceptions.contains(table.name())) {
                found.addAll(inTable(connection, table));
            }
        }
        return found;
    }

    private List<String> inTable(Connection connection, Table table) throws SQLException {
        List<String> found = new ArrayList<>();
        String sql =
                "select count(*) from "
                        + table.quoted()
                        + " t where position(? in lower(t::text)) > 0"
                        + " or position(? in t::text) > 0";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (String word : words) {
                select.setString(1, word.toLowerCase(Locale.ROOT));
                select.setString(
                        2, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.add("table " + table.quoted() + " holds " + word);
                    }
                }
            }
        }
        return found;
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }
}
