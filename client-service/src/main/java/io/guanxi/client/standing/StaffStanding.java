package io.guanxi.client.standing;

import io.guanxi.client.absence.ExpiryCover;
import io.guanxi.client.portfolio.LivingClients;
import io.guanxi.client.portfolio.PortfolioStream;
import io.guanxi.client.staff.Commitment;
import io.guanxi.client.staff.Licence;
import io.guanxi.client.staff.Qualification;
import io.guanxi.client.staff.RenewalDuty;
import io.guanxi.client.staff.Staff;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.StaffCommand;
import io.guanxi.client.staff.StaffCommand.Depart;
import io.guanxi.client.staff.StaffCommand.GrantLicence;
import io.guanxi.client.staff.StaffCommand.Qualify;
import io.guanxi.client.staff.StaffCommand.SignCommitment;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffRefusal;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;

/** Changes what somebody may do. */
@ApplicationScoped
class StaffStanding {
    private final EventStore store;
    private final Settings settings;
    private final Calendars calendars;
    private final BusinessClock clock;

    StaffStanding(EventStore store, Settings settings, Calendars calendars, BusinessClock clock) {
        this.store = store;
        this.settings = settings;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** PR-04: valid two years; a cover that stood in for the unqualified ends. */
    CommandOutcome qualify(String id, PeriodBody body, CommandContext context) {
        return run(id, context, (session, _) -> qualify(session, id, body));
    }

    /** As a part of a larger command. */
    void qualify(Session session, String id, PeriodBody body) {
        LocalDate until = lastDay(body);
        Registered before = registered(session, Ids.staff(id)).state();
        session.execute(
                StaffStream.STAFF,
                Ids.staff(id),
                new Qualify(
                        new Qualification(body.kind(), body.from(), until),
                        duty(body.from(), until),
                        clock.today()));
        LocalDate held = before.details().qualifiedUntil();
        if (held != null && until.isAfter(held)) {
            ExpiryCover.end(session, id, held);
        }
    }

    /** PR-04: at most as long as the setting says. */
    LocalDate lastDay(PeriodBody qualification) {
        return qualification.lastDay(rules().validYears());
    }

    /** PR-18: warned of its end like a qualification. */
    CommandOutcome grant(String id, PeriodBody body, CommandContext context) {
        if (body.until() == null) {
            throw PeriodBody.invalid("/until", "must not be null");
        }
        Licence licence = new Licence(body.kind(), body.from(), body.until());
        RenewalDuty duty = duty(body.from(), body.until());
        return command(id, new GrantLicence(licence, duty), context);
    }

    /** PH-01, PH-02: signed each year. */
    CommandOutcome sign(String id, PeriodBody body, CommandContext context) {
        Commitment.Kind kind =
                Arrays.stream(Commitment.Kind.values())
                        .filter(k -> k.name().equals(body.kind()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        PeriodBody.invalid(
                                                "/kind",
                                                "must be one of NO_MISLEADING, NO_FUND_BROKERING"));
        LocalDate until = body.lastDay(rules().commitmentYears());
        return command(id, new SignCommitment(new Commitment(kind, body.from(), until)), context);
    }

    /**
     * PR-15: announces a day to come. On the day itself or after it the person leaves, and the
     * book's stream moves with the departure, so that nobody is assigned meanwhile.
     */
    CommandOutcome depart(String id, LocalDate lastDay, CommandContext context) {
        return depart(id, _ -> lastDay, context);
    }

    /** PR-15: the last day that was announced is over; nothing, if another one has been since. */
    CommandOutcome leave(String id, CommandContext context) {
        return depart(id, StaffDetails::lastDay, context);
    }

    private CommandOutcome depart(
            String id, Function<StaffDetails, LocalDate> lastDay, CommandContext context) {
        LocalDate today = LocalDate.ofInstant(context.recordedAt(), clock.zone());
        return run(
                id,
                context,
                (session, stream) -> {
                    StaffDetails person = registered(session, stream).state().details();
                    int clients = LivingClients.of(session, id).occupied();
                    session.guard(PortfolioStream.PORTFOLIO, Ids.portfolio(id));
                    session.execute(
                            StaffStream.STAFF,
                            stream,
                            new Depart(lastDay.apply(person), today, clients));
                });
    }

    private CommandOutcome command(String id, StaffCommand command, CommandContext context) {
        return run(
                id,
                context,
                (session, stream) -> {
                    registered(session, stream);
                    session.execute(StaffStream.STAFF, stream, command);
                });
    }

    /** What is done to a person's stream. */
    private interface Script {
        void run(Session session, UUID stream);
    }

    private CommandOutcome run(String id, CommandContext context, Script script) {
        UUID stream = Ids.staff(id);
        return store.execute(context, stream, session -> script.run(session, stream));
    }

    static Loaded<Registered> registered(Session session, UUID stream) {
        Loaded<Staff> staff = session.load(StaffStream.STAFF, stream);
        if (staff.state() instanceof Registered registered) {
            return new Loaded<>(registered, staff.version());
        }
        throw Problem.notFound(StaffRefusal.UNKNOWN.code());
    }

    private RenewalDuty duty(LocalDate from, LocalDate until) {
        Instant opened = from.atStartOfDay(clock.zone()).toInstant();
        Instant due = calendars.endOf(until);
        return RenewalDuty.of(
                opened, due, rules().lead(), settings.version(QualificationRules.NAME));
    }

    private QualificationRules rules() {
        return settings.get(QualificationRules.NAME, QualificationRules.class);
    }
}
