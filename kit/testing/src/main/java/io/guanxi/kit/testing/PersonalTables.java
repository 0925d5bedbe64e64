package io.guanxi.kit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds a service's database to the page that says where personal data may be: every table, and
 * every column that can hold words.
 */
public final class PersonalTables {
    private static final Path PAGE = Path.of("../docs/personal-data.md");
    private static final String EVERY = "every";
    private static final String COLUMNS =
            """
            select t.table_name, c.column_name
              from information_schema.tables t
              left join information_schema.columns c
                on c.table_schema = t.table_schema and c.table_name = t.table_name
               and c.udt_name in ('text', 'varchar', 'json', 'jsonb', 'bytea', '_text', '_varchar',
                                  '_jsonb')
             where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
               and t.table_name not like 'flyway%'
            """;

    private PersonalTables() {}

    /**
     * What the page does not say, or says wrongly; nothing if it is right.
     *
     * @param service as the page names it, such as {@code visit}
     */
    public static List<String> complaints(Connection connection, String service)
            throws SQLException, IOException {
        Map<String, Set<String>> told = told(service);
        Map<String, Set<String>> there = there(connection);
        Set<String> all = new TreeSet<>(told.keySet());
        all.addAll(there.keySet());
        return all.stream()
                .filter(
                        table ->
                                !there.getOrDefault(table, Set.of("no such table"))
                                        .equals(
                                                told.getOrDefault(
                                                        table, Set.of("not on the page"))))
                .map(
                        table ->
                                "%s: the database has %s, the page has %s"
                                        .formatted(table, there.get(table), told.get(table)))
                .toList();
    }

    private static Map<String, Set<String>> told(String service) throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (cells.size() == 5 && Set.of(EVERY, service).contains(cells.get(1))) {
                told.put(
                        cells.get(2),
                        Arrays.stream(cells.get(3).split(", "))
                                .filter(column -> !column.isBlank())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return told;
    }

    private static Map<String, Set<String>> there(Connection connection) throws SQLException {
        Map<String, Set<String>> there = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Set<String> columns = there.computeIfAbsent(row.getString(1), _ -> new TreeSet<>());
                if (row.getString(2) != null) {
                    columns.add(row.getString(2));
                }
            }
        }
        return there;
    }
}
