package io.guanxi.kit.service.approval;

import io.guanxi.kit.service.personal.ClientStreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a second person was asked about the client, and said. */
@ApplicationScoped
class ApprovalsOfClient implements ClientStreams {

    @Override
    public List<EventStream> of(Connection connection, UUID clientId, int most)
            throws SQLException {
        String sql = "select thing from approval where client_id = ? order by thing limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, clientId);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                List<EventStream> streams = new ArrayList<>();
                while (row.next()) {
                    UUID stream = ApprovalStream.of(row.getString(1));
                    streams.add(new EventStream(ApprovalStream.APPROVAL, stream));
                }
                return streams;
            }
        }
    }
}
