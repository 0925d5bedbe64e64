package io.guanxi.client.standing;

import io.agroal.api.AgroalDataSource;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.Calendars;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * PR-15: whoever announced a last day leaves at its end; with clients still in the book they stay
 * until a successor has taken over the last one.
 */
@ApplicationScoped
class Departures implements DueWork {
    private static final Logger LOG = Logger.getLogger(Departures.class);
    private static final String NAME = "departures";
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String LEAVING =
            """
            select s.staff_id, cast(s.details ->> 'lastDay' as date)
              from staff_view s
             where s.active and cast(s.details ->> 'lastDay' as date) < ?
               and not exists (select 1 from book_client b join client_view c using (client_id)
                                where b.rm_id = s.staff_id and c.state <> 'ERASED')
             order by s.staff_id
            """;

    private record Leaving(String staffId, LocalDate lastDay) {}

    private final EventStore store;
    private final StaffStanding standing;
    private final AgroalDataSource database;
    private final BusinessClock clock;
    private final Calendars calendars;

    Departures(
            EventStore store,
            StaffStanding standing,
            AgroalDataSource database,
            BusinessClock clock,
            Calendars calendars) {
        this.store = store;
        this.standing = standing;
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every(NAME, PAUSE, () -> run(clock.now()));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Who may leave; whoever has clients waits for a successor, not for this timer. */
    @Override
    public long due(Instant now) {
        return leaving(now).size();
    }

    void run(Instant now) {
        leaving(now).forEach(one -> depart(one, now));
    }

    /** At the end of the last day, or when the book became empty, if that was later. */
    private void depart(Leaving leaving, Instant now) {
        UUID book = Ids.portfolio(leaving.staffId());
        Instant due = calendars.endOf(leaving.lastDay());
        Instant emptied = store.changedAt(List.of(book)).getOrDefault(book, due);
        UUID command = Uuids.v5(Ids.staff(leaving.staffId()), NAME + leaving.lastDay());
        try {
            standing.leave(
                    leaving.staffId(),
                    CommandContext.of(command, "svc:client-service", now)
                            .occurring(emptied.isAfter(due) ? emptied : due));
            LOG.infof("%s has left", leaving.staffId());
        } catch (CommandRefused | StoreException.LostRace e) {
            LOG.infof("%s cannot leave yet: %s", leaving.staffId(), e.getMessage());
        }
    }

    private List<Leaving> leaving(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LEAVING)) {
            query.setObject(1, LocalDate.ofInstant(now, clock.zone()));
            List<Leaving> leaving = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    leaving.add(new Leaving(rows.getString(1), rows.getObject(2, LocalDate.class)));
                }
            }
            return leaving;
        } catch (SQLException e) {
            throw new IllegalStateException("Announced departures cannot be read.", e);
        }
    }
}
