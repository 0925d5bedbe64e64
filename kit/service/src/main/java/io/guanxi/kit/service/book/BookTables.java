package io.guanxi.kit.service.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.lookup.SharedLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the book's tables. */
@ApplicationScoped
class BookTables {
    private static final TypeReference<List<BookClient.Owned>> HISTORY = new TypeReference<>() {};

    /** The units below and with the roots; a unit that is its own ancestor ends it all the same. */
    private static final String SUBTREE =
            """
            with recursive subtree as (
                select unit_id from book_staff where staff_id = ? and unit_id is not null
                union select unit_id from book_unit where head_id = ?
                union select u.unit_id from book_unit u join subtree s on u.parent_id = s.unit_id)
            """;

    private final DataSource database;
    private final SharedLookup<UUID, BookClient> places = new SharedLookup<>(this::places);

    BookTables(DataSource database) {
        this.database = database;
    }

    Optional<BookClient> client(UUID clientId) {
        return one(
                "select * from book_client where client_id = ?",
                select -> select.setObject(1, clientId),
                BookTables::client);
    }

    /** Where the client is in the book now, without its past. */
    Optional<BookClient> place(UUID clientId) {
        return places.find(clientId);
    }

    private Map<UUID, BookClient> places(Set<UUID> clientIds) {
        List<BookClient> found =
                list(
                        "select client_id, rm_id, unit_id, since, null as history"
                                + " from book_client where client_id = any(?)",
                        select ->
                                select.setArray(
                                        1,
                                        select.getConnection()
                                                .createArrayOf("uuid", clientIds.toArray())),
                        BookTables::client);
        return found.stream().collect(Collectors.toMap(BookClient::clientId, client -> client));
    }

    Optional<BookStaff> staff(String staffId) {
        return one(
                "select * from book_staff where staff_id = ?",
                select -> select.setString(1, staffId),
                BookTables::staff);
    }

    /** The units somebody looks after: the own one and those headed, with all below. */
    Set<String> subtree(String staffId) {
        return new HashSet<>(
                list(
                        SUBTREE + "select unit_id from subtree",
                        select -> {
                            select.setString(1, staffId);
                            select.setString(2, staffId);
                        },
                        row -> row.getString(1)));
    }

    boolean unitExists(String unitId) {
        return one(
                        "select 1 from book_unit where unit_id = ?",
                        select -> select.setString(1, unitId),
                        row -> row.getInt(1))
                .isPresent();
    }

    Set<String> staffOf(Set<String> units) {
        return new HashSet<>(
                list(
                        "select staff_id from book_staff where unit_id = any(?)",
                        select ->
                                select.setArray(
                                        1,
                                        select.getConnection()
                                                .createArrayOf("text", units.toArray())),
                        row -> row.getString(1)));
    }

    /**
     * Whom somebody covers at an instant, as {@code Directory.Cover} judges it now: from the first
     * one to just before the last.
     */
    Set<String> coveredBy(String coverId, Instant at) {
        return new HashSet<>(
                list(
                        "select staff_id from book_cover"
                                + " where cover_id = ? and from_at <= ? and ? < to_at",
                        select -> {
                            select.setString(1, coverId);
                            select.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                            select.setObject(3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                        },
                        row -> row.getString(1)));
    }

    List<String> supervisors(String staffId) {
        return list(
                """
                with recursive chain as (
                    select supervisor_id as id, 1 as n, array[staff_id] as seen
                    from book_staff where staff_id = ? and supervisor_id is not null
                    union all
                    select s.supervisor_id, n + 1, seen || s.staff_id
                    from book_staff s join chain c on s.staff_id = c.id
                    where s.supervisor_id is not null and not s.supervisor_id = any(seen))
                select c.id from chain c
                join book_staff b on b.staff_id = c.id and b.active order by c.n""",
                select -> select.setString(1, staffId),
                row -> row.getString(1));
    }

    static BookClient client(ResultSet row) throws SQLException {
        return new BookClient(
                row.getObject("client_id", UUID.class),
                row.getString("rm_id"),
                row.getString("unit_id"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                history(row.getString("history")));
    }

    private static BookStaff staff(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new BookStaff(
                row.getString("staff_id"),
                row.getString("unit_id"),
                row.getString("supervisor_id"),
                roles == null ? Set.of() : Set.of((String[]) roles.getArray()),
                row.getString("track"),
                row.getString("book_type"),
                row.getString("grade"),
                row.getObject("capacity", Integer.class),
                row.getObject("qualified_until", LocalDate.class),
                row.getBoolean("active"));
    }

    private static List<BookClient.Owned> history(String json) {
        try {
            return json == null ? List.of() : Json.MAPPER.readValue(json, HISTORY);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Optional<T> one(String sql, Binding binding, Row<T> row) {
        return list(sql, binding, row).stream().findFirst();
    }

    private <T> List<T> list(String sql, Binding binding, Row<T> row) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet rows = select.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The book cannot be read", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
