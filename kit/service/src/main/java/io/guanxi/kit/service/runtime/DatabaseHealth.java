package io.guanxi.kit.service.runtime;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether PostgreSQL keeps what it acknowledges: red with a setting that could lose data. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
    private static final String SETTINGS =
            "select current_setting('fsync'), current_setting('synchronous_commit'),"
                    + " current_setting('full_page_writes')";

    private final javax.sql.DataSource database;

    DatabaseHealth(@DataSource("write") javax.sql.DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("durable database");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            boolean safe =
                    row.getString(1).equals("on")
                            && !row.getString(2).equals("off")
                            && row.getString(3).equals("on");
            return answer.status(safe)
                    .withData("fsync", row.getString(1))
                    .withData("synchronous_commit", row.getString(2))
                    .withData("full_page_writes", row.getString(3))
                    .build();
        } catch (SQLException e) {
            return answer.down().withData("error", "The database cannot be asked").build();
        }
    }
}
