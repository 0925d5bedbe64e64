package io.guanxi.kit.eventsourcing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** One call of the database's append function for a batch of appends that share nothing. */
final class AppendCall {
    private static final String SQL = "SELECT * FROM append(" + "?,".repeat(35) + "?)";
    private static final int REPLAYED = 1;
    private static final int CONFLICT = 2;
    private static final int TAKEN = 3;

    /** Something that belongs to one caller of the batch, numbered from 1. */
    private record Of<T>(int caller, T part) {}

    private final Connection connection;
    private final List<Append> batch;
    private int parameter;

    private AppendCall(Connection connection, List<Append> batch) {
        this.connection = connection;
        this.batch = batch;
    }

    static List<Verdict> run(Connection connection, List<Append> batch) throws SQLException {
        if (batch.size() == 1 && LoneAppend.fits(batch.getFirst())) {
            OptionalLong position = LoneAppend.run(connection, batch.getFirst());
            if (position.isPresent()) {
                return List.of(new Verdict.Won(position.getAsLong()));
            }
        }
        return new AppendCall(connection, batch).call();
    }

    private List<Verdict> call() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            commands(statement);
            streams(statement);
            reservations(statement);
            events(statement);
            views(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return verdicts(row);
            }
        }
    }

    private void commands(PreparedStatement to) throws SQLException {
        set(to, "uuid", batch, Append::commandId);
        set(to, "bytea", batch, a -> a.requestHash().length == 0 ? null : a.requestHash());
        set(to, "uuid", batch, Append::mainStream);
        set(to, "int4", batch, Append::mainVersion);
        set(to, "int2", batch, Append::status);
    }

    private void streams(PreparedStatement to) throws SQLException {
        List<Of<Append.StreamMove>> moves = parts(Append::streams);
        moves.sort(Comparator.comparing(m -> m.part().id(), Append.UUID_ORDER));
        set(to, "int4", moves, Of::caller);
        set(to, "uuid", moves, m -> m.part().id());
        set(to, "text", moves, m -> m.part().type());
        set(to, "int4", moves, m -> m.part().expected());
        set(to, "int4", moves, m -> m.part().next());
    }

    private void reservations(PreparedStatement to) throws SQLException {
        List<Of<Append.Reservation>> taken = parts(Append::reservations);
        set(to, "int4", taken, Of::caller);
        set(to, "text", taken, r -> r.part().scope());
        set(to, "text", taken, r -> r.part().key());
        set(to, "uuid", taken, r -> r.part().owner());
        List<Of<Append.Release>> released = parts(Append::releases);
        set(to, "int4", released, Of::caller);
        set(to, "text", released, r -> r.part().scope());
        set(to, "text", released, r -> r.part().key());
        set(to, "uuid", released, r -> r.part().owner());
    }

    private void events(PreparedStatement to) throws SQLException {
        List<Of<Append.NewEvent>> events = parts(Append::events);
        set(to, "int4", events, Of::caller);
        set(to, "uuid", events, e -> e.part().stream());
        set(to, "int4", events, e -> e.part().version());
        set(to, "uuid", events, e -> e.part().key());
        set(to, "int2", events, e -> e.part().partition());
        set(to, "text", events, e -> e.part().encoded().type());
        set(to, "int2", events, e -> e.part().encoded().schemaVersion());
        set(to, "uuid", events, e -> e.part().eventId());
        set(to, "uuid", events, e -> e.part().commandId());
        set(to, "timestamptz", events, e -> e.part().occurredAt().toString());
        set(to, "timestamptz", events, e -> e.part().recordedAt().toString());
        set(to, "jsonb", events, e -> e.part().encoded().data());
        set(to, "bytea", events, e -> e.part().encoded().pii());
        set(to, "jsonb", events, e -> e.part().meta());
    }

    private void views(PreparedStatement to) throws SQLException {
        List<Of<Append.ViewRow>> rows = parts(Append::views);
        Map<String, Integer> statements = new LinkedHashMap<>();
        for (Of<Append.ViewRow> row : rows) {
            statements.putIfAbsent(row.part().statement(), statements.size() + 1);
        }
        set(to, "text", List.copyOf(statements.keySet()), s -> s);
        set(to, "int4", rows, Of::caller);
        set(to, "int4", rows, r -> statements.get(r.part().statement()));
        set(to, "jsonb", rows, r -> r.part().row());
    }

    private <T> List<Of<T>> parts(Function<Append, List<T>> of) {
        List<Of<T>> parts = new ArrayList<>();
        for (int caller = 1; caller <= batch.size(); caller++) {
            for (T part : of.apply(batch.get(caller - 1))) {
                parts.add(new Of<>(caller, part));
            }
        }
        return parts;
    }

    private <T> void set(
            PreparedStatement to, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        to.setArray(++parameter, connection.createArrayOf(type, values));
    }

    private List<Verdict> verdicts(ResultSet row) throws SQLException {
        Integer[] codes = array(row, "verdicts", Integer[].class);
        Integer[] taken = array(row, "taken", Integer[].class);
        Long[] positions = array(row, "positions", Long[].class);
        List<Verdict> verdicts = new ArrayList<>(codes.length);
        int events = 0;
        int reservations = 0;
        for (int i = 0; i < codes.length; i++) {
            Append append = batch.get(i);
            verdicts.add(
                    switch (codes[i]) {
                        case REPLAYED -> replayed(row, i);
                        case CONFLICT -> new Verdict.Conflict();
                        case TAKEN -> new Verdict.Taken(taken[i] - reservations - 1);
                        default -> {
                            events += append.events().size();
                            yield new Verdict.Won(
                                    append.events().isEmpty() ? 0 : positions[events - 1]);
                        }
                    });
            reservations += append.reservations().size();
        }
        return verdicts;
    }

    private static Verdict replayed(ResultSet row, int caller) throws SQLException {
        return new Verdict.Replayed(
                array(row, "known_stream", UUID[].class)[caller],
                array(row, "known_version", Integer[].class)[caller],
                array(row, "known_status", Number[].class)[caller].intValue(),
                array(row, "known_hash", byte[][].class)[caller]);
    }

    private static <T> T array(ResultSet row, String column, Class<T> type) throws SQLException {
        Array array = row.getArray(column);
        return type.cast(array.getArray());
    }
}
