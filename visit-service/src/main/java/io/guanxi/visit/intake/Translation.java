package io.guanxi.visit.intake;

import io.guanxi.kit.service.settings.Settings;
import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.Appointment;
import io.guanxi.visit.lifecycle.FollowUp;
import io.guanxi.visit.lifecycle.Need;
import io.guanxi.visit.lifecycle.Said;
import io.guanxi.visit.lifecycle.VisitCommand.LogVisit;
import io.guanxi.visit.lifecycle.VisitCommand.Observation;
import io.guanxi.visit.lifecycle.VisitCommand.PlanVisit;
import io.guanxi.visit.lifecycle.VisitCommand.ReportNoShow;
import io.guanxi.visit.lifecycle.VisitCommand.StartVisit;
import io.guanxi.visit.lifecycle.VisitPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** From what was sent to what it means. */
@ApplicationScoped
class Translation {
    private static final String SETTING = "visits";
    private static final String USUAL_PURPOSE = "SERVICE";

    private final Settings settings;

    Translation(Settings settings) {
        this.settings = settings;
    }

    PlanVisit plan(PlanBody body, String rmId, Instant registeredAt) {
        return new PlanVisit(
                new Appointment(
                        body.clientId(),
                        rmId,
                        body.purpose() == null ? USUAL_PURPOSE : body.purpose(),
                        body.startsAt(),
                        body.endsAt(),
                        body.channel() == null ? Channel.FACE_TO_FACE : body.channel(),
                        body.contactIds(),
                        body.joint()),
                body.place() == null ? null : body.place().place(),
                registeredAt,
                policy());
    }

    /** A report about a visit of this client by this manager. */
    Observation report(ReportBody body, Report about) {
        return switch (body) {
            case StartBody start ->
                    new StartVisit(
                            about.clientId(),
                            about.rmId(),
                            about.at(),
                            LocationBody.location(start.location()),
                            about.flags());
            case NoShowBody noShow ->
                    new ReportNoShow(
                            about.clientId(),
                            about.rmId(),
                            about.at(),
                            LocationBody.location(noShow.location()),
                            about.flags(),
                            noShow.note());
            case LogBody log -> log(log, about);
        };
    }

    /** What the circumstances of a report say. */
    record Report(UUID clientId, String rmId, Instant at, Instant learnedAt, List<String> flags) {}

    private LogVisit log(LogBody body, Report about) {
        List<LogBody.NeedBody> needs = orNone(body.needs());
        List<LogBody.FollowUpBody> followUps = orNone(body.followUps());
        return new LogVisit(
                about.clientId(),
                about.rmId(),
                body.channel(),
                about.at(),
                body.durationMinutes(),
                body.contactIds(),
                numbered(needs),
                promised(followUps),
                LocationBody.location(body.location()),
                about.flags(),
                new Said(
                        orNone(body.attendees()),
                        orNone(body.topics()),
                        body.feedback(),
                        texts(needs, LogBody.NeedBody::description),
                        texts(followUps, LogBody.FollowUpBody::what)),
                about.learnedAt(),
                policy());
    }

    private static List<Need> numbered(List<LogBody.NeedBody> bodies) {
        List<Need> needs = new ArrayList<>();
        for (LogBody.NeedBody body : bodies) {
            Money amount = body.amount();
            needs.add(
                    new Need(
                            needs.size() + 1,
                            body.category(),
                            body.product(),
                            amount == null ? null : amount.amount(),
                            amount == null ? null : amount.currency()));
        }
        return needs;
    }

    private static List<FollowUp> promised(List<LogBody.FollowUpBody> bodies) {
        List<FollowUp> followUps = new ArrayList<>();
        bodies.forEach(body -> followUps.add(new FollowUp(followUps.size() + 1, body.due())));
        return followUps;
    }

    private static <T> List<String> texts(List<T> bodies, Function<T, String> text) {
        return Collections.unmodifiableList(new ArrayList<>(bodies.stream().map(text).toList()));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    private VisitPolicy policy() {
        return settings.get(SETTING, VisitPolicy.class);
    }
}
