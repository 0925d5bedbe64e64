package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitCommand;
import io.guanxi.visit.lifecycle.VisitCommand.LogVisit;
import io.guanxi.visit.lifecycle.VisitCommand.Observation;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Decides whether somebody may report something, by the book as of the visit's instant. */
@ApplicationScoped
class Reporting {
    private final Admission admission;
    private final Translation translation;
    private final Caller caller;

    Reporting(Admission admission, Translation translation, Caller caller) {
        this.admission = admission;
        this.translation = translation;
        this.caller = caller;
    }

    /**
     * What was sent.
     *
     * @param writtenAt when, by the device's clock; null: now
     */
    record Sent(UUID visitId, ReportBody body, UUID clientId, String rmId, Instant writtenAt) {}

    /**
     * What is to be recorded, and when it happened.
     *
     * @param consistent the report names no other client than the visit's own
     */
    record Told(Observation command, Instant at, boolean consistent) {}

    /**
     * The report, if the caller may make it.
     *
     * @param known null: nobody has heard of the visit
     * @throws Problem 404, after a moment of patience if a client was named
     */
    Told admitted(Sent sent, KnownVisit known, DeviceClock clock) {
        Told told = told(sent, known, clock);
        boolean admitted =
                sent.clientId() == null
                        ? mayReport(told, known)
                        : admission.patiently(() -> mayReport(told, known));
        if (!admitted) {
            throw refusal(sent);
        }
        return told;
    }

    /** Without patience, for batches that have waited already. */
    boolean mayReport(Told told, KnownVisit known) {
        Observation report = told.command();
        Instant at = known == null || known.startedAt() == null ? told.at() : known.startedAt();
        return told.consistent()
                && admission.mayReport(
                        report.clientId(),
                        report.rmId(),
                        at,
                        known == null ? List.of() : known.joint());
    }

    /**
     * Carries out what was asked or reported. What counts is explicit: the channel of a visit is
     * what its log says, else what its plan says; never a guess.
     *
     * @throws Problem 400 for a log without a channel while nobody has planned the visit
     */
    static Visit carryOut(Session session, UUID visitId, VisitCommand command) {
        if (command instanceof LogVisit log
                && log.channel() == null
                && session.load(VisitStream.AGGREGATE, visitId).state().appointment() == null) {
            throw missing("/channel");
        }
        return session.execute(VisitStream.AGGREGATE, visitId, command);
    }

    private static Problem missing(String pointer) {
        return Problem.badRequest(
                "field.invalid",
                "The body does not have the form this operation takes.",
                new FieldError(pointer, "must not be null"));
    }

    /** Depends on what was sent alone, so that it tells nothing of what there is. */
    static Problem refusal(Sent sent) {
        return Problem.notFound(sent.clientId() == null ? "visit.unknown" : "client.unknown");
    }

    /** A visit's client is the one it was planned with, whatever a report says. */
    Told told(Sent sent, KnownVisit known, DeviceClock clock) {
        UUID clientId = known == null ? sent.clientId() : known.clientId();
        if (clientId == null) {
            throw refusal(sent);
        }
        Instant happened =
                sent.body().occurredAt() == null ? sent.writtenAt() : sent.body().occurredAt();
        Instant at = happened == null ? clock.received() : clock.corrected(happened);
        Observation command =
                translation.report(
                        sent.body(),
                        new Translation.Report(
                                clientId,
                                visitor(sent.rmId(), known),
                                at,
                                clock.received(),
                                clock.flags()));
        return new Told(command, at, sent.clientId() == null || sent.clientId().equals(clientId));
    }

    private String visitor(String said, KnownVisit known) {
        if (said != null) {
            return said;
        }
        if (known != null) {
            return known.rmId();
        }
        if (caller.is(Role.SYSTEM)) {
            throw missing("/rmId");
        }
        return caller.id();
    }
}
