package io.guanxi.client.staff;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.staff.Staff.Duties;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.Staff.Unregistered;
import io.guanxi.client.staff.StaffCommand.ChangeStaff;
import io.guanxi.client.staff.StaffCommand.Depart;
import io.guanxi.client.staff.StaffCommand.GrantLicence;
import io.guanxi.client.staff.StaffCommand.Qualify;
import io.guanxi.client.staff.StaffCommand.ReckonDuty;
import io.guanxi.client.staff.StaffCommand.RegisterStaff;
import io.guanxi.client.staff.StaffCommand.SignCommitment;
import io.guanxi.client.staff.StaffEvent.CommitmentSigned;
import io.guanxi.client.staff.StaffEvent.DepartureAnnounced;
import io.guanxi.client.staff.StaffEvent.DutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceDutyEnded;
import io.guanxi.client.staff.StaffEvent.LicenceDutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceGranted;
import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffDeparted;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.client.staff.StaffEvent.StaffQualified;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The rules of a staff record. */
public final class StaffDecider implements Decider<StaffCommand, Staff, StaffEvent> {

    @Override
    public Staff initialState() {
        return new Unregistered();
    }

    @Override
    public Decision<StaffEvent> decide(StaffCommand command, Staff staff) {
        return switch (command) {
            case RegisterStaff register -> register(register, staff);
            case ChangeStaff change -> change(change, staff);
            case Qualify qualify -> qualify(qualify, staff);
            case ReckonDuty reckon -> reckon(reckon, staff);
            case GrantLicence grant -> grant(grant, staff);
            case SignCommitment sign -> sign(sign, staff);
            case Depart depart -> depart(depart, staff);
        };
    }

    private static Decision<StaffEvent> register(RegisterStaff command, Staff staff) {
        return switch (staff) {
            case Registered _ -> refuse(StaffRefusal.EXISTS);
            case Unregistered _ ->
                    checked(
                            command.staff(),
                            command.unitKnown(),
                            new StaffJoined(command.staff(), command.name()));
        };
    }

    private static Decision<StaffEvent> change(ChangeStaff command, Staff staff) {
        return switch (staff) {
            case Unregistered _ -> refuse(StaffRefusal.UNKNOWN);
            case Registered registered
                    when registered.details().equals(command.staff())
                            && Objects.equals(registered.name(), command.name()) ->
                    accept();
            case Registered _ ->
                    checked(
                            command.staff(),
                            command.unitKnown(),
                            new StaffChanged(command.staff(), command.name()));
        };
    }

    private static Decision<StaffEvent> qualify(Qualify command, Staff staff) {
        if (leavesGap(command, staff)) {
            return refuse(StaffRefusal.QUALIFICATION_NOT_BEGUN);
        }
        RenewalDuty held = duties(staff).qualification();
        boolean moves = held == null || command.duty().dueAt().isAfter(held.dueAt());
        return working(
                staff,
                person ->
                        List.of(
                                new StaffQualified(
                                        person.qualified(command.qualification()),
                                        command.qualification(),
                                        moves ? command.duty() : null,
                                        moves ? held : null)));
    }

    /** PR-03: only the last day is known to others, so nobody may count as qualified before. */
    private static boolean leavesGap(Qualify command, Staff staff) {
        LocalDate from = command.qualification().from();
        return staff instanceof Registered(var details, _, _)
                && details.active()
                && from.isAfter(command.today())
                && (details.qualifiedUntil() == null
                        || from.isAfter(details.qualifiedUntil().plusDays(1)));
    }

    private static Decision<StaffEvent> reckon(ReckonDuty command, Staff staff) {
        if (!(staff instanceof Registered(var details, _, var duties)) || !details.active()) {
            return accept();
        }
        List<StaffEvent> moved = new ArrayList<>();
        moved(duties.qualification(), command)
                .ifPresent(duty -> moved.add(new DutyMoved(details, duty)));
        duties.licences()
                .forEach(
                        (kind, held) ->
                                moved(held, command)
                                        .map(d -> new LicenceDutyMoved(details, kind, d, null))
                                        .ifPresent(moved::add));
        return accept(moved);
    }

    private static Optional<RenewalDuty> moved(RenewalDuty held, ReckonDuty command) {
        return Optional.ofNullable(held)
                .map(duty -> duty.warned(command.lead(), command.settingsVersion()))
                .filter(duty -> !duty.warnAt().equals(held.warnAt()));
    }

    /** PR-18: the last licence of a kind counts; a longer one meets the duty to renew. */
    private static Decision<StaffEvent> grant(GrantLicence command, Staff staff) {
        String kind = command.licence().kind();
        RenewalDuty held = duties(staff).licences().get(kind);
        boolean renewed = held != null && command.duty().dueAt().isAfter(held.dueAt());
        return working(
                staff,
                person -> {
                    StaffDetails licensed = person.licensed(command.licence());
                    return List.of(
                            new LicenceGranted(licensed, command.licence()),
                            new LicenceDutyMoved(
                                    licensed, kind, command.duty(), renewed ? held : null));
                });
    }

    private static Decision<StaffEvent> sign(SignCommitment command, Staff staff) {
        return working(
                staff,
                person ->
                        List.of(
                                new CommitmentSigned(
                                        person.committed(command.commitment()),
                                        command.commitment())));
    }

    /** PR-15: nobody leaves before a successor has taken over; until the last day there is time. */
    private static Decision<StaffEvent> depart(Depart command, Staff staff) {
        if (command.lastDay().isAfter(command.today())) {
            return working(staff, person -> announcement(person, command.lastDay()));
        }
        return switch (staff) {
            case Registered(var details, _, _) when details.active() && command.clients() > 0 ->
                    refuse(StaffRefusal.BOOK_NOT_EMPTY);
            case Registered(_, _, var duties) ->
                    working(
                            staff,
                            person ->
                                    departure(person.departed(command.lastDay()), command, duties));
            case Unregistered _ -> refuse(StaffRefusal.UNKNOWN);
        };
    }

    private static List<StaffEvent> announcement(StaffDetails person, LocalDate lastDay) {
        return lastDay.equals(person.lastDay())
                ? List.of()
                : List.of(new DepartureAnnounced(person.leaving(lastDay), lastDay));
    }

    private static List<StaffEvent> departure(StaffDetails gone, Depart command, Duties duties) {
        List<StaffEvent> events = new ArrayList<>();
        events.add(new StaffDeparted(gone, command.lastDay(), duties.qualification()));
        duties.licences()
                .forEach((kind, duty) -> events.add(new LicenceDutyEnded(gone, kind, duty)));
        return events;
    }

    private static Duties duties(Staff staff) {
        return staff instanceof Registered(_, _, var duties) ? duties : Duties.NONE;
    }

    private static Decision<StaffEvent> working(
            Staff staff, Function<StaffDetails, List<StaffEvent>> events) {
        return switch (staff) {
            case Unregistered _ -> refuse(StaffRefusal.UNKNOWN);
            case Registered(var details, _, _) when !details.active() ->
                    refuse(StaffRefusal.DEPARTED);
            case Registered(var details, _, _) -> accept(events.apply(details));
        };
    }

    private static Decision<StaffEvent> checked(
            StaffDetails staff, boolean unitKnown, StaffEvent event) {
        return obstacle(staff, unitKnown)
                .<Decision<StaffEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(event));
    }

    private static Optional<StaffRefusal> obstacle(StaffDetails staff, boolean unitKnown) {
        if (!unitKnown) {
            return Optional.of(StaffRefusal.UNIT_UNKNOWN);
        }
        return staff.staffId().equals(staff.supervisorId())
                ? Optional.of(StaffRefusal.OWN_SUPERVISOR)
                : Optional.empty();
    }

    @Override
    public Staff evolve(Staff staff, StaffEvent event) {
        return switch (event) {
            case StaffJoined(var details, var name) -> new Registered(details, name, Duties.NONE);
            case StaffChanged(var details, var name) -> renamed(staff, details, name);
            case StaffQualified(var details, _, var duty, _) -> qualified(staff, details, duty);
            case DutyMoved(var details, var duty) -> qualified(staff, details, duty);
            case LicenceGranted(var details, _) -> with(staff, details);
            case LicenceDutyMoved(_, var kind, var duty, _) ->
                    owing(staff, duties(staff).licensed(kind, duty));
            case LicenceDutyEnded(_, var kind, _) -> owing(staff, duties(staff).without(kind));
            case CommitmentSigned(var details, _) -> with(staff, details);
            case DepartureAnnounced(var details, _) -> with(staff, details);
            case StaffDeparted(var details, _, _) -> with(staff, details);
        };
    }

    private static Staff with(Staff staff, StaffDetails details) {
        return staff instanceof Registered registered ? registered.with(details) : staff;
    }

    private static Staff renamed(Staff staff, StaffDetails details, String name) {
        return staff instanceof Registered registered
                ? new Registered(details, name, registered.duties())
                : staff;
    }

    private static Staff qualified(Staff staff, StaffDetails details, RenewalDuty duty) {
        return owing(with(staff, details), duties(staff).qualified(duty));
    }

    private static Staff owing(Staff staff, Duties duties) {
        return staff instanceof Registered registered ? registered.owing(duties) : staff;
    }
}
