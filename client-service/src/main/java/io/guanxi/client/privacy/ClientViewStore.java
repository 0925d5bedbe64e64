package io.guanxi.client.privacy;

import io.guanxi.kit.service.personal.PersonalStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Names and profiles in the list of clients. */
@ApplicationScoped
class ClientViewStore implements PersonalStore {
    private static final String PERSONAL =
            "client_id = ? and ((kind = 'PERSON' and (name is not null or search_name is not null))"
                    + " or jsonb_strip_nulls(personal) not in ('{}', '{\"profile\":{}}'))";

    @Override
    public String name() {
        return "client_view";
    }

    @Override
    public void purge(Connection connection, UUID clientId) throws SQLException {
        String sql =
                "update client_view set personal = '{\"profile\":{}}',"
                        + " name = case when kind = 'PERSON' then null else name end,"
                        + " search_name = case when kind = 'PERSON' then null else search_name end"
                        + " where "
                        + PERSONAL;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, clientId);
            update.executeUpdate();
        }
    }

    @Override
    public long remaining(Connection connection, UUID clientId) throws SQLException {
        String sql = "select count(*) from client_view where " + PERSONAL;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, clientId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
