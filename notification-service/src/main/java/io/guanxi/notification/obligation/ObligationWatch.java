package io.guanxi.notification.obligation;

import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Compares obligations with the business clock: warned at warnAt, breached at dueAt (AL-02), and
 * what moved or was met is resolved. Any number of instances may run it; a row is worked on by one.
 */
@ApplicationScoped
public class ObligationWatch implements DueWork {
    static final String NAME = "obligations";
    private static final Logger LOG = Logger.getLogger(ObligationWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 200;
    private static final int QUIET_BATCH = 5_000;

    /** Rows that changed but have no alert standing: nothing to resolve. */
    private static final String PASS_QUIET =
            """
            with quiet as (
                select o.obligation_id from obligation o
                where o.dirty and not exists (
                    select 1 from alert a
                    where a.obligation_id = o.obligation_id and a.state <> 'RESOLVED')
                order by o.obligation_id limit ? for update skip locked)
            update obligation o set dirty = false from quiet
            where o.obligation_id = quiet.obligation_id
            """;

    private static final String MOVED =
            """
            select o.obligation_id, o.state, o.due_at, o.met_at, o.learned_at, o.changed_at,
                (o.basis->>'lastContactAt')::timestamptz as contact_at
            from obligation o where o.dirty
            order by o.obligation_id limit ? for update skip locked
            """;

    private static final String DUE =
            "select "
                    + DueObligation.COLUMNS
                    + """
                    from obligation o left join client_standing s on s.client_id = o.client_id
                    where o.next_at <= ? and not o.dirty
                    order by o.next_at, o.obligation_id limit ? for update of o skip locked
                    """;

    private static final String COUNT =
            "select count(*) from obligation where next_at <= ? or dirty";

    private final DataSource data;
    private final BusinessClock clock;
    private final ObligationAlerts alerts;
    private final Timers timers;

    ObligationWatch(
            @io.quarkus.agroal.DataSource("write") DataSource data,
            BusinessClock clock,
            ObligationAlerts alerts,
            Timers timers) {
        this.data = data;
        this.clock = clock;
        this.alerts = alerts;
        this.timers = timers;
    }

    void start(@Observes StartupEvent started) {
        timers.every(NAME, PAUSE, this::run);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Acts on everything that is due by now, oldest first. */
    void run() {
        Instant now = clock.now();
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            int done = inTransaction(this::passQuiet);
            done += inTransaction(this::resolveMoved);
            done += inTransaction(connection -> raiseDue(connection, now));
            more = done > 0;
        }
    }

    private int passQuiet(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PASS_QUIET)) {
            update.setInt(1, QUIET_BATCH);
            return update.executeUpdate();
        }
    }

    private int resolveMoved(Connection connection) throws SQLException {
        List<MovedObligation> moved = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MOVED)) {
            query.setInt(1, BATCH);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    moved.add(MovedObligation.read(rows));
                }
            }
        }
        for (MovedObligation obligation : moved) {
            alerts.resolve(connection, obligation);
            mark(connection, "dirty = false", obligation.obligationId());
        }
        return moved.size();
    }

    private int raiseDue(Connection connection, Instant now) throws SQLException {
        List<DueObligation> due = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            query.setInt(2, BATCH);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    due.add(DueObligation.read(rows));
                }
            }
        }
        for (DueObligation obligation : due) {
            raise(connection, obligation, now);
        }
        return due.size();
    }

    /**
     * A warning whose due instant has passed as well would tell nothing: the breach stands alone.
     */
    private void raise(Connection connection, DueObligation due, Instant now) throws SQLException {
        if (now.isBefore(due.dueAt())) {
            alerts.warn(due);
            mark(connection, "warned_for = due_at", due.obligationId());
        } else {
            alerts.breach(due);
            mark(connection, "breached_for = due_at", due.obligationId());
        }
    }

    private static void mark(Connection connection, String what, UUID obligation)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update obligation set " + what + " where obligation_id = ?")) {
            update.setObject(1, obligation);
            update.executeUpdate();
        }
    }

    @Override
    public long due(Instant now) {
        return inTransaction(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(COUNT)) {
                        query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                        try (ResultSet row = query.executeQuery()) {
                            row.next();
                            return row.getInt(1);
                        }
                    }
                });
    }

    @FunctionalInterface
    private interface Work {
        int in(Connection connection) throws SQLException;
    }

    /** Agroal commits an open transaction on close, so a failure is rolled back here. */
    private int inTransaction(Work work) {
        try (Connection connection = data.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int done = work.in(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("The obligations cannot be read", e);
            throw new IllegalStateException("The obligations cannot be read", e);
        }
    }
}
