package io.guanxi.client.absence;

import io.guanxi.client.absence.Absence.Cancelled;
import io.guanxi.client.absence.Absence.Standing;
import io.guanxi.client.absence.Absence.Unrecorded;
import io.guanxi.client.absence.AbsenceCommand.CancelAbsence;
import io.guanxi.client.absence.AbsenceCommand.RecordAbsence;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.past.ThingPast;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The absences, as the outside asks for them. */
@ApplicationScoped
class Absences {
    private final EventStore store;
    private final BusinessClock clock;

    Absences(EventStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    CommandOutcome record(UUID id, AbsenceBody body, boolean anyUnit, CommandContext context) {
        return store.execute(
                context,
                id,
                session -> {
                    Optional<StaffDetails> staff = details(session, body.staffId());
                    String cover =
                            body.coverId() == null
                                    ? staff.map(StaffDetails::supervisorId).orElse(null)
                                    : body.coverId();
                    AbsenceDetails absence =
                            new AbsenceDetails(
                                    id,
                                    body.staffId(),
                                    cover,
                                    body.from(),
                                    body.to(),
                                    body.reason());
                    session.execute(
                            AbsenceStream.ABSENCE,
                            id,
                            new RecordAbsence(
                                    absence,
                                    staff.filter(StaffDetails::active).isPresent(),
                                    cover(session, cover, staff, absence),
                                    anyUnit));
                });
    }

    CommandOutcome cancel(UUID id, CommandContext context) {
        return store.execute(
                context, AbsenceStream.ABSENCE, id, new CancelAbsence(context.occurredAt(), false));
    }

    /** The absence and its version; 404 if there is none. */
    Loaded<AbsenceCard> find(UUID id) {
        return past().at(id, Past.NOW);
    }

    /** The absences as they were. */
    ThingPast<Absence, AbsenceCard> past() {
        return new ThingPast<>(
                store,
                AbsenceStream.ABSENCE,
                absence ->
                        switch (absence) {
                            case Standing(var details) -> AbsenceCard.of(details, "ACTIVE");
                            case Cancelled(var details) -> AbsenceCard.of(details, "CANCELLED");
                            case Unrecorded _ -> null;
                        },
                AbsenceRefusal.UNKNOWN);
    }

    private Cover cover(
            Session session,
            String coverId,
            Optional<StaffDetails> absentee,
            AbsenceDetails absence) {
        Optional<StaffDetails> cover =
                coverId == null ? Optional.empty() : details(session, coverId);
        if (cover.isEmpty()) {
            return new Cover(coverId, false, false, false);
        }
        session.guard(StaffStream.STAFF, Ids.staff(coverId));
        boolean near =
                absentee.filter(
                                a ->
                                        coverId.equals(a.supervisorId())
                                                || cover.get().unitId().equals(a.unitId()))
                        .isPresent();
        LocalDate last = LocalDate.ofInstant(absence.to().minusMillis(1), clock.zone());
        return new Cover(coverId, true, serves(cover.get(), last), near);
    }

    private static boolean serves(StaffDetails staff, LocalDate last) {
        boolean role =
                staff.hasRole(Roles.RM)
                        || staff.hasRole(Roles.SUPERVISOR)
                        || staff.hasRole(Roles.HEAD);
        boolean qualified = staff.qualifiedUntil() == null || !last.isAfter(staff.qualifiedUntil());
        return staff.active() && role && qualified;
    }

    private static Optional<StaffDetails> details(Session session, String staffId) {
        return session.load(StaffStream.STAFF, Ids.staff(staffId)).state()
                        instanceof Registered registered
                ? Optional.of(registered.details())
                : Optional.empty();
    }
}
