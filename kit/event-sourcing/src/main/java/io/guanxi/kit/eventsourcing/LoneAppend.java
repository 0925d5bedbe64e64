package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The commonest append, one event to one stream with nobody beside it, for less work. */
final class LoneAppend {
    private static final String SQL = "SELECT append_one(" + "?,".repeat(17) + "?)";

    private final PreparedStatement statement;
    private int parameter;

    private LoneAppend(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Whether the append is of that kind. */
    static boolean fits(Append append) {
        if (append.commandId() == null
                || append.events().size() != 1
                || append.streams().size() != 1
                || !append.reservations().isEmpty()
                || !append.releases().isEmpty()) {
            return false;
        }
        Append.StreamMove move = append.streams().getFirst();
        return move.id().equals(append.mainStream())
                && move.next() == append.mainVersion()
                && move.next() == move.expected() + 1
                && append.commandId().equals(append.events().getFirst().commandId());
    }

    /** The event's position; empty if something stood in the way, and nothing was stored. */
    static OptionalLong run(Connection connection, Append append) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            new LoneAppend(statement).set(append);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            }
        }
    }

    private void set(Append append) throws SQLException {
        Append.StreamMove move = append.streams().getFirst();
        Append.NewEvent event = append.events().getFirst();
        set(append.commandId());
        statement.setBytes(
                ++parameter, append.requestHash().length == 0 ? null : append.requestHash());
        statement.setShort(++parameter, (short) append.status());
        set(move.id());
        statement.setString(++parameter, move.type());
        statement.setInt(++parameter, move.next());
        set(event.key());
        statement.setShort(++parameter, (short) event.partition());
        statement.setString(++parameter, event.encoded().type());
        statement.setShort(++parameter, (short) event.encoded().schemaVersion());
        set(event.eventId());
        set(event.occurredAt().atOffset(ZoneOffset.UTC));
        set(event.recordedAt().atOffset(ZoneOffset.UTC));
        statement.setObject(++parameter, event.encoded().data(), Types.OTHER);
        statement.setBytes(++parameter, event.encoded().pii());
        statement.setObject(++parameter, event.meta(), Types.OTHER);
        views("text", append.views(), Append.ViewRow::statement);
        views("jsonb", append.views(), Append.ViewRow::row);
    }

    private void set(Object value) throws SQLException {
        statement.setObject(++parameter, value);
    }

    private void views(
            String type, List<Append.ViewRow> rows, Function<Append.ViewRow, String> column)
            throws SQLException {
        String[] values = rows.stream().map(column).toArray(String[]::new);
        statement.setArray(++parameter, statement.getConnection().createArrayOf(type, values));
    }
}
