package io.guanxi.kit.service.time;

import io.guanxi.kit.service.http.Problem;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The time of the business: nothing else is asked for the time in rules, projections and timers. It
 * runs with the wall clock, ahead of or behind it by an offset that only a demo moves.
 */
@ApplicationScoped
public class BusinessClock {
    private static final Logger LOG = Logger.getLogger(BusinessClock.class);

    private final javax.sql.DataSource database;
    private final ZoneId zone;
    private volatile Long offsetMicros;

    BusinessClock(
            @DataSource("write") javax.sql.DataSource database,
            @ConfigProperty(name = "guanxi.zone") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** Now, to the microsecond, as the database keeps it. */
    public Instant now() {
        Long offset = offsetMicros;
        if (offset == null) {
            refresh();
            offset = offsetMicros;
        }
        return wall().plus(offset, ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** The bank's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Reads the offset again: another instance of the service may have moved it. */
    public void refresh() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select offset_micros from business_clock")) {
            row.next();
            offsetMicros = row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The business clock cannot be read", e);
        }
    }

    /**
     * Moves the clock, forward only; the first time, into an empty store, to anywhere.
     *
     * @throws Problem 409 {@code clock.backwards}
     */
    public Instant moveTo(Instant to) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                move(connection, to);
                connection.commit();
            } finally {
                // The pool commits what is left open; after a commit this does nothing.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The business clock cannot be moved", e);
        }
        refresh();
        LOG.infof("The business clock now says %s", now());
        return now();
    }

    private static void move(Connection connection, Instant to) throws SQLException {
        long wanted = ChronoUnit.MICROS.between(wall(), to);
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select offset_micros, set_at is null
                                    and not exists (select 1 from event) as free
                                from business_clock for update""")) {
            row.next();
            if (wanted < row.getLong("offset_micros") && !row.getBoolean("free")) {
                throw Problem.conflict("clock.backwards", "The clock only moves forward.");
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update business_clock set offset_micros = ?, set_at = now()")) {
            update.setLong(1, wanted);
            update.executeUpdate();
        }
    }

    private static Instant wall() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
