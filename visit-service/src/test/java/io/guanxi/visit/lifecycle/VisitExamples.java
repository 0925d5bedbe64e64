package io.guanxi.visit.lifecycle;

import static io.guanxi.visit.lifecycle.VisitStory.APPOINTMENT;
import static io.guanxi.visit.lifecycle.VisitStory.CLIENT;
import static io.guanxi.visit.lifecycle.VisitStory.CONTACT;
import static io.guanxi.visit.lifecycle.VisitStory.OFFICE;
import static io.guanxi.visit.lifecycle.VisitStory.PLANNED;
import static io.guanxi.visit.lifecycle.VisitStory.RM;
import static io.guanxi.visit.lifecycle.VisitStory.TEN;
import static io.guanxi.visit.lifecycle.VisitStory.decimal;

import io.guanxi.visit.Channel;
import java.time.LocalDate;
import java.util.List;

/** One example of every stored event of a visit. */
public final class VisitExamples {
    private VisitExamples() {}

    public static List<VisitEvent> all() {
        Point area = new Point(decimal("31.23"), decimal("121.47"));
        return List.of(
                PLANNED,
                new VisitEvent.VisitChanged(APPOINTMENT, true, List.of("purpose"), OFFICE),
                new VisitEvent.VisitReassigned(APPOINTMENT.of("S-0009"), false, "HANDED_OVER"),
                new VisitEvent.VisitConfirmed(CLIENT, "by phone"),
                new VisitEvent.VisitCancelled(APPOINTMENT, false, "CLIENT_BUSY", "next week"),
                new VisitEvent.VisitStarted(
                        CLIENT, RM, TEN, area, 120, List.of(Flags.MOCKED_LOCATION)),
                new VisitEvent.VisitNoShow(CLIENT, RM, TEN, 30, List.of(), "door shut"),
                new VisitEvent.VisitLogged(
                        CLIENT,
                        RM,
                        Channel.FACE_TO_FACE,
                        TEN,
                        TEN,
                        45,
                        List.of(CONTACT),
                        List.of("S-0002"),
                        List.of(new Need(1, "LOAN", "WORKING_CAPITAL", decimal("1.50"), "CNY")),
                        List.of(new FollowUp(1, LocalDate.parse("2026-03-20"))),
                        area,
                        true,
                        List.of(Flags.CLOCK_ABSURD),
                        new Said(
                                List.of("Wang"),
                                List.of("loan"),
                                "wants an offer",
                                List.of("for a new hall"),
                                List.of("send the offer"))));
    }
}
