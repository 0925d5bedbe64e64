package io.guanxi.visit.lifecycle;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;
import static io.guanxi.visit.lifecycle.VisitRefusal.ALREADY_CLOSED;
import static io.guanxi.visit.lifecycle.VisitRefusal.ALREADY_PLANNED;
import static io.guanxi.visit.lifecycle.VisitRefusal.ALREADY_STARTED;
import static io.guanxi.visit.lifecycle.VisitRefusal.ENDS_BEFORE_IT_BEGINS;
import static io.guanxi.visit.lifecycle.VisitRefusal.ID_TAKEN;
import static io.guanxi.visit.lifecycle.VisitRefusal.NOT_PLANNED;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.visit.lifecycle.VisitCommand.CancelVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ChangeVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ConfirmVisit;
import io.guanxi.visit.lifecycle.VisitCommand.Observation;
import io.guanxi.visit.lifecycle.VisitCommand.PlanVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ReassignVisit;
import io.guanxi.visit.lifecycle.VisitEvent.VisitCancelled;
import io.guanxi.visit.lifecycle.VisitEvent.VisitChanged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitConfirmed;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitReassigned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import java.time.Duration;
import java.util.List;

/** What may be asked of a visit; reports of what happened go to {@link Observed}. */
public final class VisitDecider implements Decider<VisitCommand, Visit, VisitEvent> {

    @Override
    public Visit initialState() {
        return Visit.NONE;
    }

    @Override
    public Decision<VisitEvent> decide(VisitCommand command, Visit visit) {
        return switch (command) {
            case PlanVisit plan -> plan(plan, visit);
            case ChangeVisit change -> change(change.change(), visit);
            case ConfirmVisit confirm -> confirm(confirm, visit);
            case CancelVisit cancel -> cancel(cancel, visit);
            case ReassignVisit reassign -> reassign(reassign, visit);
            case Observation observation -> accept(Observed.of(observation, visit));
        };
    }

    /** VI-03: what was not registered in time counts all the same, as ad-hoc. */
    private static Decision<VisitEvent> plan(PlanVisit command, Visit visit) {
        Appointment appointment = command.appointment();
        if (visit.appointment() != null) {
            return refuse(ALREADY_PLANNED);
        }
        if (visit.exists() && !visit.clientId().equals(appointment.clientId())) {
            return refuse(ID_TAKEN);
        }
        if (!appointment.startsAt().isBefore(appointment.endsAt())) {
            return refuse(ENDS_BEFORE_IT_BEGINS);
        }
        Duration lead = Duration.ofMinutes(command.policy().registrationLeadMinutes());
        boolean inTime = !command.registeredAt().isAfter(appointment.startsAt().minus(lead));
        return accept(new VisitPlanned(appointment, !inTime, true, command.place()));
    }

    private static Decision<VisitEvent> change(AppointmentChange change, Visit visit) {
        if (visit.over()) {
            return refuse(ALREADY_CLOSED);
        }
        if (visit.appointment() == null) {
            return refuse(NOT_PLANNED);
        }
        Appointment after = change.appliedTo(visit.appointment());
        Place place = change.appliedTo(visit.place());
        if (!after.startsAt().isBefore(after.endsAt())) {
            return refuse(ENDS_BEFORE_IT_BEGINS);
        }
        List<String> fields =
                AppointmentChange.differences(visit.appointment(), visit.place(), after, place);
        return fields.isEmpty()
                ? accept()
                : accept(new VisitChanged(after, visit.adHoc(), fields, place));
    }

    private static Decision<VisitEvent> confirm(ConfirmVisit command, Visit visit) {
        if (visit.over()) {
            return refuse(ALREADY_CLOSED);
        }
        if (visit.appointment() == null) {
            return refuse(NOT_PLANNED);
        }
        return visit.confirmed()
                ? accept()
                : accept(new VisitConfirmed(visit.clientId(), command.note()));
    }

    private static Decision<VisitEvent> cancel(CancelVisit command, Visit visit) {
        if (visit.over()) {
            return refuse(ALREADY_CLOSED);
        }
        if (visit.started() != null) {
            return refuse(ALREADY_STARTED);
        }
        return visit.appointment() == null
                ? refuse(NOT_PLANNED)
                : accept(
                        new VisitCancelled(
                                visit.appointment(),
                                visit.adHoc(),
                                command.reasonCode(),
                                command.note()));
    }

    /** Only what is still to come passes to the new owner; a visit under way is finished. */
    private static Decision<VisitEvent> reassign(ReassignVisit command, Visit visit) {
        boolean toCome = visit.appointment() != null && !visit.over() && visit.started() == null;
        return !toCome || visit.rmId().equals(command.rmId())
                ? accept()
                : accept(
                        new VisitReassigned(
                                visit.appointment().of(command.rmId()),
                                visit.adHoc(),
                                command.reasonCode()));
    }

    @Override
    public Visit evolve(Visit visit, VisitEvent event) {
        return switch (event) {
            case VisitPlanned planned -> visit.with(planned);
            case VisitChanged changed -> visit.with(changed);
            case VisitReassigned reassigned -> visit.with(reassigned);
            case VisitConfirmed _ -> visit.confirm();
            case VisitCancelled cancelled -> visit.with(cancelled);
            case VisitStarted started -> visit.with(started);
            case VisitNoShow noShow -> visit.with(noShow);
            case VisitLogged logged -> visit.with(logged);
        };
    }
}
