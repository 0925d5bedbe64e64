package io.guanxi.visit.publishing;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.visits.Channel;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.lifecycle.Appointment;
import io.guanxi.visit.lifecycle.VisitEvent;
import io.guanxi.visit.lifecycle.VisitEvent.VisitCancelled;
import io.guanxi.visit.lifecycle.VisitEvent.VisitChanged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitConfirmed;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitReassigned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Visits, without what was said. */
@ApplicationScoped
public class VisitPublishing implements Publishing<VisitEvent> {
    private static final String UNPLANNED = "UNPLANNED";

    @Override
    public Aggregate<?, ?, VisitEvent> aggregate() {
        return VisitStream.AGGREGATE;
    }

    @Override
    public List<PublicEvent> publish(Recorded<VisitEvent> recorded) {
        UUID visit = recorded.streamId();
        return switch (recorded.event()) {
            case VisitPlanned e ->
                    on(
                            told(
                                    visit,
                                    e.appointment(),
                                    e.adHoc(),
                                    e.planned() ? null : UNPLANNED,
                                    io.guanxi.contracts.visits.VisitPlanned::new));
            case VisitChanged e ->
                    on(
                            told(
                                    visit,
                                    e.appointment(),
                                    e.adHoc(),
                                    null,
                                    io.guanxi.contracts.visits.VisitChanged::new));
            case VisitReassigned e ->
                    on(
                            told(
                                    visit,
                                    e.appointment(),
                                    e.adHoc(),
                                    e.reasonCode(),
                                    io.guanxi.contracts.visits.VisitReassigned::new));
            case VisitConfirmed _ -> List.of();
            case VisitCancelled e ->
                    on(
                            told(
                                    visit,
                                    e.appointment(),
                                    e.adHoc(),
                                    e.reasonCode(),
                                    io.guanxi.contracts.visits.VisitCancelled::new));
            case VisitStarted e -> on(started(visit, e));
            case VisitNoShow e -> on(noShow(visit, e));
            case VisitLogged e -> on(logged(visit, e));
        };
    }

    private static List<PublicEvent> on(Object contract) {
        return List.of(
                new PublicEvent(Topics.VISITS, Contract.ceType(contract.getClass()), contract));
    }

    /** What tells of an appointment tells the whole of it, with the same fields. */
    private interface Telling {
        Object of(
                UUID visitId,
                UUID clientId,
                String rmId,
                String purpose,
                Instant startsAt,
                Instant endsAt,
                Channel channel,
                List<String> joint,
                boolean adHoc,
                String reasonCode);
    }

    private static Object told(
            UUID visit, Appointment a, boolean adHoc, String reasonCode, Telling contract) {
        return contract.of(
                visit,
                a.clientId(),
                a.rmId(),
                a.purpose(),
                a.startsAt(),
                a.endsAt(),
                channel(a.channel()),
                a.joint(),
                adHoc,
                reasonCode);
    }

    private static Object started(UUID visit, VisitStarted e) {
        return new io.guanxi.contracts.visits.VisitStarted(
                visit, e.clientId(), e.rmId(), e.at(), e.distanceMetres(), e.flags());
    }

    private static Object noShow(UUID visit, VisitNoShow e) {
        return new io.guanxi.contracts.visits.VisitNoShow(
                visit, e.clientId(), e.rmId(), e.at(), e.distanceMetres(), e.flags());
    }

    private static Object logged(UUID visit, VisitLogged e) {
        return new io.guanxi.contracts.visits.VisitLogged(
                visit,
                e.clientId(),
                e.rmId(),
                channel(e.channel()),
                e.at(),
                e.durationMinutes(),
                e.contactIds(),
                e.joint(),
                e.needs().stream()
                        .map(
                                n ->
                                        new io.guanxi.contracts.visits.VisitLogged.Need(
                                                n.n(), n.category(), n.product(), n.amount()))
                        .toList(),
                e.followUps().stream()
                        .map(
                                f ->
                                        new io.guanxi.contracts.visits.VisitLogged.FollowUp(
                                                f.n(), f.due()))
                        .toList(),
                e.late());
    }

    private static Channel channel(io.guanxi.visit.Channel channel) {
        return Channel.valueOf(channel.name());
    }
}
