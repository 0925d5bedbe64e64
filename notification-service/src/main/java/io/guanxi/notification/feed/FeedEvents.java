package io.guanxi.notification.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.contracts.Contract;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.alert.AlertEvent;
import io.guanxi.notification.alert.AlertPublishing;
import io.guanxi.notification.alert.AlertStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the alerts' events in position order, up to the fence and never past it. */
@ApplicationScoped
class FeedEvents {
    private static final String FENCE = "select fence(interval '1 second')";
    private static final String PAGE =
            """
            select position, stream_id, version, key, event_id, command_id, occurred_at,
                recorded_at, type, schema_ver, data
            from event where position > ? and position <= ? and type = any(?)
            order by position limit ?
            """;

    private final DataSource data;
    private final AlertPublishing publishing;

    FeedEvents(@io.quarkus.agroal.DataSource("write") DataSource data, AlertPublishing publishing) {
        this.data = data;
        this.publishing = publishing;
    }

    /** The position up to which nothing can appear any more; empty while a writer hangs. */
    OptionalLong fence() {
        try (Connection connection = data.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FENCE)) {
            row.next();
            long reached = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(reached);
        } catch (SQLException e) {
            throw new IllegalStateException("The fence cannot be read", e);
        }
    }

    /** A stretch of the feed; {@code upTo} is how far it reaches, events or none. */
    record Stretch(List<FeedEvent> events, long upTo) {
        Stretch {
            events = List.copyOf(events);
        }
    }

    Stretch read(long after, long fence, int limit) {
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setLong(2, fence);
            query.setArray(
                    3, connection.createArrayOf("text", AlertStream.TYPES.names().toArray()));
            query.setInt(4, limit);
            try (ResultSet rows = query.executeQuery()) {
                return stretch(rows, fence, limit);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The events cannot be read", e);
        }
    }

    private Stretch stretch(ResultSet rows, long fence, int limit)
            throws SQLException, JsonProcessingException {
        List<FeedEvent> events = new ArrayList<>();
        int read = 0;
        long last = fence;
        while (rows.next()) {
            read++;
            last = rows.getLong("position");
            addFaces(recorded(rows), events);
        }
        return new Stretch(events, read < limit ? fence : last);
    }

    private void addFaces(Recorded<AlertEvent> stored, List<FeedEvent> events) {
        List<PublicEvent> faces = publishing.publish(stored);
        for (int i = 0; i < faces.size(); i++) {
            Object face = faces.get(i).data();
            events.add(
                    new FeedEvent(
                            stored.position(),
                            i,
                            stored.streamId(),
                            Contract.eventType(face.getClass()).name(),
                            new String(Json.bytes(face), StandardCharsets.UTF_8)));
        }
    }

    private static Recorded<AlertEvent> recorded(ResultSet row)
            throws SQLException, JsonProcessingException {
        String type = row.getString("type");
        ObjectNode stored = (ObjectNode) Json.MAPPER.readTree(row.getString("data"));
        ObjectNode today = AlertStream.TYPES.upcast(type, row.getInt("schema_ver"), stored);
        AlertEvent event =
                Json.MAPPER.treeToValue(today, AlertStream.TYPES.named(type).recordClass());
        return new Recorded<>(
                row.getLong("position"),
                row.getObject("stream_id", UUID.class),
                row.getInt("version"),
                row.getObject("key", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("command_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                null,
                null,
                type,
                event);
    }
}
