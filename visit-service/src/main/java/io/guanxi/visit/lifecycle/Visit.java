package io.guanxi.visit.lifecycle;

import io.guanxi.visit.lifecycle.VisitEvent.VisitCancelled;
import io.guanxi.visit.lifecycle.VisitEvent.VisitChanged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitReassigned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import java.time.Instant;
import java.util.UUID;

/**
 * A visit as its rules see it. Of two reports of the same, one stands by its own content, so that
 * the order in which they came cannot matter.
 *
 * @param clientId null before the first event
 * @param rmId who visits
 * @param appointment null for a visit that nobody planned
 * @param cancelled null, like the three after it, while there is none
 */
public record Visit(
        UUID clientId,
        String rmId,
        Appointment appointment,
        boolean adHoc,
        Place place,
        boolean confirmed,
        Cancelled cancelled,
        Started started,
        NoShow noShow,
        Logged logged) {

    /** Why it was called off. */
    public record Cancelled(String reasonCode, String note) {}

    /** That it began; the earliest start stands. */
    public record Started(String rmId, Instant at, Point area, Integer distanceMetres) {}

    /** That the client was not there; the earliest report stands. */
    public record NoShow(String rmId, Instant at, Integer distanceMetres, String note) {}

    /** What came of it; the log that tells of the latest beginning stands, then the longer one. */
    public record Logged(String rmId, Instant toldAt, LogContent content) {}

    public static final Visit NONE =
            new Visit(null, null, null, false, null, false, null, null, null, null);

    public boolean exists() {
        return clientId != null;
    }

    public VisitState state() {
        if (logged != null) {
            return VisitState.LOGGED;
        }
        if (noShow != null) {
            return VisitState.NO_SHOW;
        }
        if (started != null) {
            return VisitState.STARTED;
        }
        if (cancelled != null) {
            return VisitState.CANCELLED;
        }
        return confirmed ? VisitState.CONFIRMED : VisitState.PLANNED;
    }

    /** "Contact": its instant is the start if recorded, else when the log says it began. */
    public Instant began() {
        return started != null ? started.at() : logged.toldAt();
    }

    boolean over() {
        return logged != null || noShow != null || cancelled != null;
    }

    Visit with(VisitPlanned event) {
        Appointment agreed = event.planned() ? event.appointment() : null;
        return new Visit(
                event.appointment().clientId(),
                event.appointment().rmId(),
                agreed,
                event.adHoc(),
                event.place(),
                confirmed,
                cancelled,
                started,
                noShow,
                logged);
    }

    Visit with(VisitChanged event) {
        return agreed(event.appointment(), event.adHoc(), event.place(), false);
    }

    Visit with(VisitReassigned event) {
        return agreed(event.appointment(), event.adHoc(), place, confirmed);
    }

    private Visit agreed(Appointment agreed, boolean isAdHoc, Place where, boolean isConfirmed) {
        return new Visit(
                clientId,
                agreed.rmId(),
                agreed,
                isAdHoc,
                where,
                isConfirmed,
                cancelled,
                started,
                noShow,
                logged);
    }

    Visit confirm() {
        return with(true, cancelled, started, noShow, logged);
    }

    Visit with(VisitCancelled event) {
        return with(
                confirmed,
                new Cancelled(event.reasonCode(), event.note()),
                started,
                noShow,
                logged);
    }

    Visit with(VisitStarted event) {
        Started reported =
                new Started(event.rmId(), event.at(), event.area(), event.distanceMetres());
        return with(confirmed, cancelled, Standing.of(started, reported), noShow, logged);
    }

    Visit with(VisitNoShow event) {
        NoShow reported =
                new NoShow(event.rmId(), event.at(), event.distanceMetres(), event.note());
        return with(confirmed, cancelled, started, Standing.of(noShow, reported), logged);
    }

    Visit with(VisitLogged event) {
        Logged reported = new Logged(event.rmId(), event.toldAt(), LogContent.of(event));
        return with(confirmed, cancelled, started, noShow, Standing.of(logged, reported));
    }

    private Visit with(
            boolean isConfirmed, Cancelled off, Started start, NoShow absent, Logged log) {
        return new Visit(
                clientId, rmId, appointment, adHoc, place, isConfirmed, off, start, absent, log);
    }
}
