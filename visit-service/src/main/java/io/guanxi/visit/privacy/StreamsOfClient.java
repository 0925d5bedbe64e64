package io.guanxi.visit.privacy;

import io.guanxi.kit.service.personal.ClientStreams;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The client's visits with the words of each, and what the client was owed. */
@ApplicationScoped
class StreamsOfClient implements ClientStreams {
    private static final String VISITS =
            "select visit_id from visit where client_id = ? order by starts_at, visit_id limit ?";

    @Override
    public List<EventStream> of(Connection connection, UUID clientId, int most)
            throws SQLException {
        List<EventStream> streams = new ArrayList<>();
        streams.add(new EventStream(CoverageStream.AGGREGATE, CoverageStream.of(clientId)));
        try (PreparedStatement select = connection.prepareStatement(VISITS)) {
            select.setObject(1, clientId);
            select.setInt(2, most - 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    streams.add(
                            new EventStream(VisitStream.AGGREGATE, row.getObject(1, UUID.class)));
                }
            }
        }
        return streams;
    }
}
