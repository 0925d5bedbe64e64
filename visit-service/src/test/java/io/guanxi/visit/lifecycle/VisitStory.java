package io.guanxi.visit.lifecycle;

import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.VisitCommand.LogVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ReportNoShow;
import io.guanxi.visit.lifecycle.VisitCommand.StartVisit;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Fixed people, places and times for the tests of visits. */
final class VisitStory {
    static final UUID CLIENT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    static final UUID CONTACT = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final String RM = "S-0001";
    static final Instant TEN = Instant.parse("2026-03-10T02:00:00Z");
    static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
    static final VisitPolicy POLICY = new VisitPolicy(10, 24);
    static final Place OFFICE =
            new Place("Head office", new Point(decimal("31.2304"), decimal("121.4737")));
    static final Appointment APPOINTMENT =
            new Appointment(
                    CLIENT,
                    RM,
                    "SERVICE",
                    TEN,
                    ELEVEN,
                    Channel.FACE_TO_FACE,
                    List.of(CONTACT),
                    List.of("S-0002"));
    static final VisitPlanned PLANNED = new VisitPlanned(APPOINTMENT, false, true, OFFICE);
    static final Said SAID =
            new Said(List.of("Wang"), List.of("loan"), "wants an offer", List.of(), List.of());

    private VisitStory() {}

    static DeciderSpec<VisitCommand, Visit, VisitEvent> visit() {
        return DeciderSpec.of(new VisitDecider());
    }

    static StartVisit start(Instant at) {
        return new StartVisit(CLIENT, RM, at, null, List.of());
    }

    static ReportNoShow noShow(Instant at) {
        return new ReportNoShow(CLIENT, RM, at, null, List.of(), null);
    }

    static LogVisit log(Instant at, Instant learnedAt) {
        return new LogVisit(
                CLIENT,
                RM,
                Channel.FACE_TO_FACE,
                at,
                45,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                SAID,
                learnedAt,
                POLICY);
    }

    static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
