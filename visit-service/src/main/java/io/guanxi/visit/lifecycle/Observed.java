package io.guanxi.visit.lifecycle;

import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.VisitCommand.LogVisit;
import io.guanxi.visit.lifecycle.VisitCommand.Observation;
import io.guanxi.visit.lifecycle.VisitCommand.ReportNoShow;
import io.guanxi.visit.lifecycle.VisitCommand.StartVisit;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is recorded when something is reported: it happened, so it is at most flagged. */
final class Observed {
    private static final String UNPLANNED_PURPOSE = "AD_HOC";

    private Observed() {}

    static List<VisitEvent> of(Observation observation, Visit visit) {
        List<VisitEvent> events = new ArrayList<>();
        if (!visit.exists()) {
            events.add(unplanned(observation));
        }
        events.add(
                switch (observation) {
                    case StartVisit start -> started(start, visit);
                    case ReportNoShow report -> noShow(report, visit);
                    case LogVisit log -> logged(log, visit);
                });
        return events;
    }

    /** VI-03: a visit that nobody planned counts, as ad-hoc. */
    private static VisitEvent unplanned(Observation observation) {
        Appointment appointment =
                new Appointment(
                        observation.clientId(),
                        observation.rmId(),
                        UNPLANNED_PURPOSE,
                        observation.at(),
                        observation.at().plus(duration(observation)),
                        channel(observation),
                        List.of(),
                        List.of());
        return new VisitPlanned(appointment, true, false, null);
    }

    private static Duration duration(Observation observation) {
        return observation instanceof LogVisit log
                ? Duration.ofMinutes(log.durationMinutes())
                : Duration.ZERO;
    }

    /** What only began, or did not come about, counts for nothing yet: any channel will do. */
    private static Channel channel(Observation observation) {
        return observation instanceof LogVisit log ? log.channel() : Channel.FACE_TO_FACE;
    }

    private static VisitEvent started(StartVisit start, Visit visit) {
        List<String> flags = flags(start, start.location(), visit);
        if (visit.started() != null) {
            flags.add(Flags.REPEATED);
        }
        return new VisitStarted(
                visit.exists() ? visit.clientId() : start.clientId(),
                start.rmId(),
                start.at(),
                area(start.location()),
                distance(start.location(), visit),
                flags);
    }

    private static VisitEvent noShow(ReportNoShow report, Visit visit) {
        List<String> flags = flags(report, report.location(), visit);
        if (visit.noShow() != null) {
            flags.add(Flags.REPEATED);
        }
        return new VisitNoShow(
                visit.exists() ? visit.clientId() : report.clientId(),
                report.rmId(),
                report.at(),
                distance(report.location(), visit),
                flags,
                report.note());
    }

    /** "Contact": its instant is the start if recorded, else when the log says it began. */
    private static VisitEvent logged(LogVisit log, Visit visit) {
        List<String> flags = flags(log, log.location(), visit);
        Appointment planned = visit.appointment();
        Instant at = visit.started() == null ? log.at() : visit.started().at();
        Duration lateAfter = Duration.ofHours(log.policy().lateAfterHours());
        return new VisitLogged(
                visit.exists() ? visit.clientId() : log.clientId(),
                log.rmId(),
                log.channel() == null ? planned.channel() : log.channel(),
                at,
                log.at(),
                log.durationMinutes(),
                log.contactIds() == null && planned != null
                        ? planned.contactIds()
                        : log.contactIds() == null ? List.of() : log.contactIds(),
                planned == null ? List.of() : planned.joint(),
                log.needs(),
                log.followUps(),
                area(log.location()),
                Duration.between(log.at(), log.learnedAt()).compareTo(lateAfter) > 0,
                flags,
                log.said());
    }

    private static List<String> flags(Observation observation, Location location, Visit visit) {
        List<String> flags = new ArrayList<>(observation.flags());
        if (visit.appointment() == null) {
            flags.add(Flags.UNPLANNED);
        }
        if (visit.cancelled() != null) {
            flags.add(Flags.AFTER_CANCELLATION);
        }
        if (visit.noShow() != null && !(observation instanceof ReportNoShow)) {
            flags.add(Flags.AFTER_NO_SHOW);
        }
        if (visit.logged() != null) {
            flags.add(observation instanceof LogVisit ? Flags.REPEATED : Flags.AFTER_LOG);
        }
        if (location != null && Boolean.TRUE.equals(location.mocked())) {
            flags.add(Flags.MOCKED_LOCATION);
        }
        return flags;
    }

    private static Point area(Location location) {
        return location == null ? null : location.point().coarse();
    }

    private static Integer distance(Location location, Visit visit) {
        boolean known = location != null && visit.place() != null && visit.place().point() != null;
        return known ? (Integer) location.point().metresTo(visit.place().point()) : null;
    }
}
