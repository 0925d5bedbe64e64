package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One event's part of a reaction's transaction. It goes on from what the events before it left, and
 * takes reservations at once, so that a taken one drops this event alone.
 */
final class ReactionSession extends StoreSession {
    private record Taken(String scope, String key) {}

    private final Connection connection;
    private final List<Taken> takenHere = new ArrayList<>();

    ReactionSession(
            CommandContext context,
            Connection connection,
            Source source,
            Codecs codecs,
            Map<UUID, OpenStream<?, ?>> earlier) {
        super(context, null, source, codecs, earlier, false);
        this.connection = connection;
    }

    @Override
    public void reserve(String scope, String key, UUID owner, Refusal ifTaken) {
        try {
            if (insert(scope, key, owner)) {
                takenHere.add(new Taken(scope, key));
            } else if (!owner.equals(owner(scope, key))) {
                throw new CommandRefused(ifTaken);
            }
        } catch (SQLException e) {
            throw new FailedStatement(e);
        }
    }

    @Override
    public Optional<Refusal> part(Runnable decisions) {
        throw new UnsupportedOperationException("A reaction decides each event by itself");
    }

    /** Gives back what it reserved. */
    void drop() throws SQLException {
        for (Taken taken : takenHere) {
            String sql = "DELETE FROM reservation WHERE scope = ? AND key = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, taken.scope());
                statement.setString(2, taken.key());
                statement.executeUpdate();
            }
        }
    }

    private boolean insert(String scope, String key, UUID owner) throws SQLException {
        String sql = "INSERT INTO reservation VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            statement.setString(2, key);
            statement.setObject(3, owner);
            return statement.executeUpdate() == 1;
        }
    }

    private UUID owner(String scope, String key) throws SQLException {
        String sql = "SELECT owner FROM reservation WHERE scope = ? AND key = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }
}
