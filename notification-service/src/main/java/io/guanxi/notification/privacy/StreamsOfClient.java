package io.guanxi.notification.privacy;

import io.guanxi.kit.service.personal.ClientStreams;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.standing.StandingStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The alerts about the client, and where it stands for them. */
@ApplicationScoped
class StreamsOfClient implements ClientStreams {
    private static final String ALERTS =
            "select alert_id from alert where client_id = ? order by raised_at, alert_id limit ?";

    @Override
    public List<EventStream> of(Connection connection, UUID clientId, int most)
            throws SQLException {
        List<EventStream> streams = new ArrayList<>();
        streams.add(new EventStream(StandingStream.STANDING, StandingStream.of(clientId)));
        try (PreparedStatement select = connection.prepareStatement(ALERTS)) {
            select.setObject(1, clientId);
            select.setInt(2, most - 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    streams.add(new EventStream(AlertStream.ALERT, row.getObject(1, UUID.class)));
                }
            }
        }
        return streams;
    }
}
