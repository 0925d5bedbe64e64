package io.guanxi.kit.service.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports under way, their lines that wait, and the results of those that do not. */
@ApplicationScoped
class ImportTable {
    private static final String BEGIN =
            """
            insert into import_job (import_id, kind, dry_run, state, requested_by, traceparent,
                                    requested_at)
            select ?, ?, ?, 'RECEIVING', ?, ?, ?
            where (select count(*) from import_job
                   where state in ('RECEIVING', 'WAITING', 'RUNNING')) < ?
            on conflict do nothing""";
    private static final String RECEIVE =
            """
            with chunk as (insert into import_chunk (import_id, chunk, sealed) values (?, ?, ?))
            update import_job set lines = lines + ?, touched_at = clock_timestamp()
            where import_id = ? and state = 'RECEIVING'""";
    private static final String NEXT =
            """
            select * from import_job where state in ('WAITING', 'RUNNING')
            order by touched_at, import_id limit 1""";
    private static final String RESULTS =
            """
            insert into import_line (import_id, line, result, id, code, detail, errors)
            select ?, r.line, r.result, r.id, r.code, r.detail, r.errors::jsonb
            from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as r (line, result, id, code, detail, errors)""";
    private static final String PROGRESS =
            """
            update import_job set next_chunk = next_chunk + 1, done = done + ?,
                created = created + ?, existing = existing + ?, refused = refused + ?,
                invalid = invalid + ?
            where import_id = ? and next_chunk = ? and state = 'RUNNING'""";
    private static final String LINES =
            """
            select * from import_line where import_id = ? and line > ?
                and (not ? or result in ('REFUSED', 'INVALID'))
            order by line limit ?""";

    private final javax.sql.DataSource database;
    private final BusinessClock clock;

    ImportTable(@DataSource("write") javax.sql.DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A job with what its runner needs beside what is shown. */
    record Stored(ImportJob job, String traceparent, byte[] digest, int nextChunk) {}

    /** Lines as they wait. */
    record Chunk(int number, byte[] sealed) {}

    /** False: there is one of this id, or there are too many. */
    boolean begin(UUID id, String kind, boolean dry, String actor, String trace, int most) {
        return update(BEGIN, id, kind, dry, actor, trace, utc(clock.now()), most) == 1;
    }

    /** False: it was ended meanwhile. */
    boolean receive(UUID id, int chunk, byte[] sealed, int lines) {
        return update(RECEIVE, id, chunk, sealed, lines, id) == 1;
    }

    boolean received(UUID id, byte[] digest) {
        return update(
                        "update import_job set state = 'WAITING', digest = ?,"
                                + " touched_at = clock_timestamp()"
                                + " where import_id = ? and state = 'RECEIVING'",
                        digest,
                        id)
                == 1;
    }

    Optional<Stored> find(UUID id) {
        return list("select * from import_job where import_id = ?", ImportTable::stored, id)
                .stream()
                .findFirst();
    }

    Optional<Stored> next() {
        return list(NEXT, ImportTable::stored).stream().findFirst();
    }

    List<ImportJob> newest(Instant before, UUID last, int rows) {
        return list(
                "select * from import_job where (requested_at, import_id) < (?, ?)"
                        + " order by requested_at desc, import_id desc limit ?",
                row -> stored(row).job(),
                utc(before),
                last,
                rows);
    }

    boolean start(UUID id) {
        return update(
                        "update import_job set state = 'RUNNING',"
                                + " started_at = coalesce(started_at, ?)"
                                + " where import_id = ? and state in ('WAITING', 'RUNNING')",
                        utc(clock.now()),
                        id)
                == 1;
    }

    /** A dry run keeps what it decided in memory alone: after a crash it begins again. */
    void restart(UUID id) {
        inOneTransaction(
                connection -> {
                    update(connection, "delete from import_line where import_id = ?", id);
                    return update(
                            connection,
                            "update import_job set next_chunk = 0, done = 0, created = 0,"
                                    + " existing = 0, refused = 0, invalid = 0"
                                    + " where import_id = ?",
                            id);
                });
    }

    Optional<Chunk> chunk(UUID id) {
        return list(
                        "select c.chunk, c.sealed from import_chunk c join import_job j"
                                + " on j.import_id = c.import_id and j.next_chunk = c.chunk"
                                + " where c.import_id = ?",
                        row -> new Chunk(row.getInt(1), row.getBytes(2)),
                        id)
                .stream()
                .findFirst();
    }

    /** What a chunk comes to; what it writes is in one transaction with its results. */
    interface Results {
        List<LineResult> of(Connection connection) throws SQLException;
    }

    /**
     * Keeps the results of a chunk, and lets its lines go if they are not needed again.
     *
     * @return false: the job was ended, or another has done this chunk; nothing was written
     */
    boolean record(ImportJob job, int chunk, Results work) {
        return inOneTransaction(
                connection -> {
                    List<LineResult> results = work.of(connection);
                    if (!progressed(connection, job.id(), chunk, results)) {
                        connection.rollback();
                        return false;
                    }
                    keep(connection, job.id(), results);
                    if (!job.dryRun()) {
                        update(
                                connection,
                                "delete from import_chunk where import_id = ? and chunk = ?",
                                job.id(),
                                chunk);
                    }
                    return true;
                });
    }

    private static boolean progressed(
            Connection connection, UUID id, int chunk, List<LineResult> results)
            throws SQLException {
        int moved =
                update(
                        connection,
                        PROGRESS,
                        results.size(),
                        ImportReport.count(results, LineResult.Outcome.CREATED),
                        ImportReport.count(results, LineResult.Outcome.EXISTING),
                        ImportReport.count(results, LineResult.Outcome.REFUSED),
                        ImportReport.count(results, LineResult.Outcome.INVALID),
                        id,
                        chunk);
        return moved == 1;
    }

    /** Ends it; what it still had to do is let go. False: it had ended before. */
    boolean end(UUID id, ImportJob.State state) {
        return inOneTransaction(
                connection -> {
                    update(connection, "delete from import_chunk where import_id = ?", id);
                    return update(
                                    connection,
                                    "update import_job set state = ?, finished_at = ?,"
                                            + " touched_at = clock_timestamp()"
                                            + " where import_id = ?"
                                            + " and state in ('RECEIVING', 'WAITING', 'RUNNING')",
                                    state.name(),
                                    utc(clock.now()),
                                    id)
                            == 1;
                });
    }

    void forget(UUID id) {
        update("delete from import_job where import_id = ?", id);
    }

    /** Bodies that broke off without anybody to say so: their process died. */
    List<UUID> abandoned(Duration silence) {
        return list(
                "select import_id from import_job where state = 'RECEIVING'"
                        + " and touched_at < clock_timestamp() - ? * interval '1 second'",
                row -> row.getObject(1, UUID.class),
                silence.toSeconds());
    }

    int forgetOlder(Duration age) {
        return update(
                "delete from import_job where state in ('DONE', 'GIVEN_UP')"
                        + " and touched_at < clock_timestamp() - ? * interval '1 second'",
                age.toSeconds());
    }

    long waiting() {
        return list(
                        "select coalesce(sum(lines - done), 0) from import_job"
                                + " where state in ('WAITING', 'RUNNING')",
                        row -> row.getLong(1))
                .getFirst();
    }

    List<LineResult> lines(UUID id, int after, boolean failedOnly, int rows) {
        return list(LINES, ImportTable::line, id, after, failedOnly, rows);
    }

    private static void keep(Connection connection, UUID id, List<LineResult> results)
            throws SQLException {
        int n = results.size();
        Integer[] lines = new Integer[n];
        String[][] texts = new String[5][n];
        for (int i = 0; i < n; i++) {
            LineResult result = results.get(i);
            lines[i] = result.line();
            texts[0][i] = result.result().name();
            texts[1][i] = result.id();
            texts[2][i] = result.code();
            texts[3][i] = result.detail();
            texts[4][i] = result.errors().isEmpty() ? null : json(result.errors());
        }
        try (PreparedStatement insert = connection.prepareStatement(RESULTS)) {
            insert.setObject(1, id);
            insert.setArray(2, connection.createArrayOf("int4", lines));
            for (int i = 0; i < texts.length; i++) {
                insert.setArray(3 + i, connection.createArrayOf("text", texts[i]));
            }
            insert.executeUpdate();
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        ImportJob job =
                new ImportJob(
                        row.getObject("import_id", UUID.class),
                        row.getString("kind"),
                        row.getBoolean("dry_run"),
                        ImportJob.State.valueOf(row.getString("state")),
                        row.getString("requested_by"),
                        instant(row, "requested_at"),
                        instant(row, "started_at"),
                        instant(row, "finished_at"),
                        row.getInt("lines"),
                        row.getInt("done"),
                        row.getInt("created"),
                        row.getInt("existing"),
                        row.getInt("refused"),
                        row.getInt("invalid"));
        return new Stored(
                job,
                row.getString("traceparent"),
                row.getBytes("digest"),
                row.getInt("next_chunk"));
    }

    private static LineResult line(ResultSet row) throws SQLException {
        String errors = row.getString("errors");
        return new LineResult(
                row.getInt("line"),
                LineResult.Outcome.valueOf(row.getString("result")),
                row.getString("id"),
                row.getString("code"),
                row.getString("detail"),
                errors == null ? List.of() : Arrays.asList(read(errors)));
    }

    private static String json(List<FieldError> errors) {
        return new String(Json.bytes(errors), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static FieldError[] read(String errors) {
        try {
            return Json.MAPPER.readValue(errors, FieldError[].class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            return update(connection, sql, values);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private static int update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** The pool would commit what is left open, so it is rolled back here. */
    private <T> T inOneTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.run(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }
}
