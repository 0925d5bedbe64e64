package io.guanxi.visit.lifecycle;

import static io.guanxi.visit.lifecycle.VisitRefusal.ALREADY_CLOSED;
import static io.guanxi.visit.lifecycle.VisitRefusal.ALREADY_PLANNED;
import static io.guanxi.visit.lifecycle.VisitRefusal.ALREADY_STARTED;
import static io.guanxi.visit.lifecycle.VisitRefusal.ENDS_BEFORE_IT_BEGINS;
import static io.guanxi.visit.lifecycle.VisitRefusal.ID_TAKEN;
import static io.guanxi.visit.lifecycle.VisitRefusal.NOT_PLANNED;
import static io.guanxi.visit.lifecycle.VisitStory.APPOINTMENT;
import static io.guanxi.visit.lifecycle.VisitStory.CLIENT;
import static io.guanxi.visit.lifecycle.VisitStory.CONTACT;
import static io.guanxi.visit.lifecycle.VisitStory.ELEVEN;
import static io.guanxi.visit.lifecycle.VisitStory.OFFICE;
import static io.guanxi.visit.lifecycle.VisitStory.PLANNED;
import static io.guanxi.visit.lifecycle.VisitStory.POLICY;
import static io.guanxi.visit.lifecycle.VisitStory.RM;
import static io.guanxi.visit.lifecycle.VisitStory.TEN;
import static io.guanxi.visit.lifecycle.VisitStory.visit;

import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.VisitCommand.CancelVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ChangeVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ConfirmVisit;
import io.guanxi.visit.lifecycle.VisitCommand.PlanVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ReassignVisit;
import io.guanxi.visit.lifecycle.VisitEvent.VisitCancelled;
import io.guanxi.visit.lifecycle.VisitEvent.VisitChanged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitConfirmed;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitReassigned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedOfAVisitTest {
    private static final VisitStarted STARTED =
            new VisitStarted(CLIENT, RM, TEN, null, null, List.of());
    private static final VisitNoShow NO_SHOW =
            new VisitNoShow(CLIENT, RM, TEN, null, List.of(), null);
    private static final VisitCancelled CANCELLED =
            new VisitCancelled(APPOINTMENT, false, "CLIENT_BUSY", null);

    @Test
    void VI_03_a_visit_registered_ten_minutes_before_is_planned() {
        visit().when(plan(TEN.minus(Duration.ofMinutes(10)))).then(PLANNED);
    }

    @Test
    void VI_03_one_second_later_it_is_ad_hoc_and_counts_all_the_same() {
        visit().when(plan(TEN.minus(Duration.ofMinutes(10)).plusSeconds(1)))
                .then(new VisitPlanned(APPOINTMENT, true, true, OFFICE));
    }

    @Test
    void VI_03_a_change_of_time_makes_no_visit_ad_hoc_and_none_registered() {
        for (boolean adHoc : new boolean[] {true, false}) {
            for (Duration by : List.of(Duration.ofDays(-1), Duration.ofDays(1))) {
                Appointment moved = appointment(TEN.plus(by), ELEVEN.plus(by));
                visit().given(new VisitPlanned(APPOINTMENT, adHoc, true, OFFICE))
                        .when(new ChangeVisit(at(TEN.plus(by), ELEVEN.plus(by))))
                        .then(new VisitChanged(moved, adHoc, List.of("startsAt", "endsAt"), OFFICE))
                        .when(new ReassignVisit("S-0009", "HANDED_OVER"))
                        .then(new VisitReassigned(moved.of("S-0009"), adHoc, "HANDED_OVER"));
            }
        }
    }

    @Test
    void a_visit_is_planned_once() {
        visit().given(PLANNED).when(plan(TEN.minusSeconds(86400))).thenRefused(ALREADY_PLANNED);
    }

    @Test
    void a_visit_of_another_client_is_not_planned_over() {
        Appointment anothers =
                new Appointment(
                        CONTACT, RM, "AD_HOC", TEN, ELEVEN, Channel.PHONE, List.of(), List.of());
        visit().given(new VisitPlanned(anothers, true, false, null))
                .when(plan(TEN))
                .thenRefused(ID_TAKEN);
    }

    @Test
    void a_visit_ends_after_it_begins() {
        visit().given(PLANNED)
                .when(new ChangeVisit(to(null, TEN, null)))
                .thenRefused(ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void a_change_tells_the_whole_and_what_is_different() {
        Appointment later =
                new Appointment(
                        CLIENT,
                        RM,
                        "OFFER",
                        TEN,
                        ELEVEN,
                        Channel.FACE_TO_FACE,
                        APPOINTMENT.contactIds(),
                        APPOINTMENT.joint());

        visit().given(PLANNED)
                .when(new ChangeVisit(to("OFFER", null, null)))
                .then(new VisitChanged(later, false, List.of("purpose"), OFFICE));
    }

    @Test
    void a_change_to_what_it_is_already_changes_nothing() {
        visit().given(PLANNED).when(new ChangeVisit(to("SERVICE", ELEVEN, null))).thenNothing();
    }

    @Test
    void what_is_over_is_not_changed() {
        visit().given(PLANNED, NO_SHOW)
                .when(new ChangeVisit(to("OFFER", null, null)))
                .thenRefused(ALREADY_CLOSED);
    }

    @Test
    void what_nobody_planned_is_not_changed() {
        visit().given(new VisitPlanned(APPOINTMENT, true, false, null), STARTED)
                .when(new ChangeVisit(to("OFFER", null, null)))
                .thenRefused(NOT_PLANNED);
    }

    @Test
    void a_client_confirms_once() {
        visit().given(PLANNED)
                .when(new ConfirmVisit("by phone"))
                .then(new VisitConfirmed(CLIENT, "by phone"))
                .when(new ConfirmVisit("again"))
                .thenNothing();
    }

    @Test
    void a_changed_visit_is_to_be_confirmed_again() {
        visit().given(PLANNED, new VisitConfirmed(CLIENT, null))
                .when(new ChangeVisit(to(null, ELEVEN.plusSeconds(60), null)))
                .then(
                        new VisitChanged(
                                appointmentUntil(ELEVEN.plusSeconds(60)),
                                false,
                                List.of("endsAt"),
                                OFFICE))
                .when(new ConfirmVisit(null))
                .then(new VisitConfirmed(CLIENT, null));
    }

    @Test
    void a_visit_is_called_off() {
        visit().given(PLANNED).when(new CancelVisit("CLIENT_BUSY", null)).then(CANCELLED);
    }

    @Test
    void a_visit_that_began_is_not_called_off() {
        visit().given(PLANNED, STARTED)
                .when(new CancelVisit("CLIENT_BUSY", null))
                .thenRefused(ALREADY_STARTED);
    }

    @Test
    void a_visit_is_called_off_once() {
        visit().given(PLANNED, CANCELLED)
                .when(new CancelVisit("OTHER", null))
                .thenRefused(ALREADY_CLOSED);
    }

    @Test
    void what_is_still_to_come_passes_to_the_new_owner() {
        visit().given(PLANNED)
                .when(new ReassignVisit("S-0009", "HANDED_OVER"))
                .then(new VisitReassigned(APPOINTMENT.of("S-0009"), false, "HANDED_OVER"));
    }

    @Test
    void a_visit_under_way_is_finished_by_who_began_it() {
        visit().given(PLANNED, STARTED)
                .when(new ReassignVisit("S-0009", "HANDED_OVER"))
                .thenNothing();
    }

    private static PlanVisit plan(Instant registeredAt) {
        return new PlanVisit(APPOINTMENT, OFFICE, registeredAt, POLICY);
    }

    private static AppointmentChange to(String purpose, Instant endsAt, Place place) {
        return new AppointmentChange(null, purpose, null, endsAt, null, null, null, place, false);
    }

    private static AppointmentChange at(Instant startsAt, Instant endsAt) {
        return new AppointmentChange(null, null, startsAt, endsAt, null, null, null, null, false);
    }

    private static Appointment appointmentUntil(Instant endsAt) {
        return appointment(TEN, endsAt);
    }

    private static Appointment appointment(Instant startsAt, Instant endsAt) {
        return new Appointment(
                CLIENT,
                RM,
                "SERVICE",
                startsAt,
                endsAt,
                Channel.FACE_TO_FACE,
                APPOINTMENT.contactIds(),
                APPOINTMENT.joint());
    }
}
