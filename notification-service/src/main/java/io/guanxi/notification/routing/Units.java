package io.guanxi.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The heads of units, as the directory has them now. */
@ApplicationScoped
class Units {
    private static final String HEAD = "select head_id from book_unit where unit_id = ?";

    private final DataSource data;

    Units(@io.quarkus.agroal.DataSource("write") DataSource data) {
        this.data = data;
    }

    Optional<String> head(String unitId) {
        if (unitId == null) {
            return Optional.empty();
        }
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(HEAD)) {
            query.setString(1, unitId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The directory cannot be read", e);
        }
    }
}
