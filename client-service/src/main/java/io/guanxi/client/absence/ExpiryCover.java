package io.guanxi.client.absence;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.absence.Absence.Standing;
import io.guanxi.client.absence.AbsenceCommand.CancelAbsence;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * PR-19: when a manager's qualification ends, the supervisor covers the book until there is a new
 * one; where that one may not serve either, or no longer, whoever stands above.
 */
@ApplicationScoped
public class ExpiryCover implements DueWork {
    private static final Logger LOG = Logger.getLogger(ExpiryCover.class);
    private static final String NAME = "qualification-expiry";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration UNTIL_FURTHER_NOTICE = Duration.ofDays(3650);
    private static final int AT_ONCE = 500;

    /** Who may cover; {@code p} stands for a row of {@code book_staff}. */
    private static final String SERVES =
            """
            p.active and p.roles && array['rm', 'supervisor', 'head']
                   and (p.qualified_until is null or p.qualified_until >= now.today)""";

    /**
     * The nearest above who may serve: a supervisor, else the head of the unit or of one above. A
     * cover by somebody who may not serve any more is none.
     */
    private static final String EXPIRED =
            """
            select s.staff_id, coalesce(above.staff_id, head.staff_id) as cover_id,
                   s.qualified_until
              from book_staff s
              cross join (select cast(? as timestamptz) as at, cast(? as date) as today) now
              left join lateral (
                with recursive chain as (
                    select p.*, 1 as n, array[s.staff_id] as seen
                      from book_staff p where p.staff_id = s.supervisor_id
                    union all
                    select p.*, c.n + 1, c.seen || c.staff_id
                      from book_staff p join chain c on p.staff_id = c.supervisor_id
                     where not p.staff_id = any(c.seen))
                select p.staff_id from chain p
                 where p.staff_id <> s.staff_id and $SERVES
                 order by p.n limit 1) above on true
              left join lateral (
                with recursive up as (
                    select u.*, 1 as n from book_unit u where u.unit_id = s.unit_id
                    union all
                    select u.*, up.n + 1 from book_unit u join up on u.unit_id = up.parent_id
                     where up.n < 16)
                select p.staff_id from up join book_staff p on p.staff_id = up.head_id
                 where p.staff_id <> s.staff_id and $SERVES
                 order by up.n limit 1) head on true
             where s.active and s.qualified_until < now.today and 'rm' = any(s.roles)
               and coalesce(above.staff_id, head.staff_id) is not null
               and not exists (select 1 from book_cover c
                                 join book_staff p on p.staff_id = c.cover_id and $SERVES
                                where c.staff_id = s.staff_id
                                  and c.from_at <= now.at and now.at < c.to_at)
             order by s.staff_id
             limit ?
            """
                    .replace("$SERVES", SERVES);

    private record Expired(String staffId, String coverId, LocalDate lastDay) {}

    private final EventStore store;
    private final AgroalDataSource database;
    private final BusinessClock clock;
    private final Calendars calendars;

    ExpiryCover(
            EventStore store, AgroalDataSource database, BusinessClock clock, Calendars calendars) {
        this.store = store;
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every(NAME, PAUSE, this::run);
    }

    /** Ends the cover of an expired qualification, within the command that moves its last day. */
    public static void end(Session session, String staffId, LocalDate lastDay) {
        end(session, id(staffId, lastDay), session.context().occurredAt());
    }

    /**
     * Ends whichever cover stands of one expiry, for each that takes another's place has an id made
     * from the one before.
     *
     * @return the id of the next one
     */
    private static UUID end(Session session, UUID first, Instant at) {
        UUID id = first;
        Loaded<Absence> cover = session.load(AbsenceStream.ABSENCE, id);
        while (cover.exists()) {
            if (cover.state() instanceof Standing) {
                session.execute(AbsenceStream.ABSENCE, id, new CancelAbsence(at, true));
            }
            id = Uuids.v5(id, NAME);
            cover = session.load(AbsenceStream.ABSENCE, id);
        }
        return id;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long due(Instant now) {
        return expired(now).size();
    }

    private void run() {
        Instant now = clock.now();
        List<Expired> some = expired(now);
        while (!some.isEmpty()) {
            some.forEach(one -> cover(one, now));
            some = some.size() < AT_ONCE ? List.of() : expired(now);
        }
    }

    /** From the end of the qualification on; whoever takes the place of another, from now on. */
    private void cover(Expired expired, Instant now) {
        UUID first = id(expired.staffId(), expired.lastDay());
        UUID command = Uuids.v5(first, NAME + expired.coverId() + today(now));
        Instant end = calendars.endOf(expired.lastDay());
        store.execute(
                CommandContext.of(command, "svc:client-service", now),
                first,
                session -> {
                    UUID id = end(session, first, now);
                    Instant from = id.equals(first) ? end : now;
                    session.occurring(from);
                    session.record(
                            AbsenceStream.ABSENCE,
                            id,
                            new AbsenceRecorded(
                                    new AbsenceDetails(
                                            id,
                                            expired.staffId(),
                                            expired.coverId(),
                                            from,
                                            from.plus(UNTIL_FURTHER_NOTICE),
                                            AbsenceReason.UNQUALIFIED)));
                });
        LOG.infof(
                "%s covers for %s, whose qualification ended",
                expired.coverId(), expired.staffId());
    }

    private List<Expired> expired(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(EXPIRED)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setObject(2, today(now));
            query.setInt(3, AT_ONCE);
            List<Expired> expired = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    expired.add(
                            new Expired(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getObject(3, LocalDate.class)));
                }
            }
            return expired;
        } catch (SQLException e) {
            throw new IllegalStateException("Expired qualifications cannot be read.", e);
        }
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clock.zone());
    }

    private static UUID id(String staffId, LocalDate lastDay) {
        return Ids.of("qualification-cover", staffId + lastDay);
    }
}
