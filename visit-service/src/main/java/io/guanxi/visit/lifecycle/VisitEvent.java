package io.guanxi.visit.lifecycle;

import io.guanxi.kit.eventsourcing.Personal;
import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is recorded about a visit. Stored for ever: add, never rename. */
public sealed interface VisitEvent {

    /**
     * A visit came into being.
     *
     * @param adHoc not registered in time before it (VI-03)
     * @param planned false: nobody had planned it, a report of what happened made it
     */
    record VisitPlanned(
            Appointment appointment, boolean adHoc, boolean planned, @Personal Place place)
            implements VisitEvent {}

    /**
     * Time, place, purpose or company changed.
     *
     * @param appointment as it is now, whole
     * @param fields what is different, by the API's names
     */
    record VisitChanged(
            Appointment appointment, boolean adHoc, List<String> fields, @Personal Place place)
            implements VisitEvent {}

    /**
     * Another manager visits.
     *
     * @param appointment as it is now, whole
     */
    record VisitReassigned(Appointment appointment, boolean adHoc, String reasonCode)
            implements VisitEvent {}

    /** The client agreed to time and place. */
    record VisitConfirmed(UUID clientId, @Personal String note) implements VisitEvent {}

    /**
     * It will not take place.
     *
     * @param appointment as it was, whole
     */
    record VisitCancelled(
            Appointment appointment, boolean adHoc, String reasonCode, @Personal String note)
            implements VisitEvent {}

    /**
     * It began.
     *
     * @param area where the device was, to about a kilometre; null: not known
     * @param distanceMetres from the agreed place; null: not known
     */
    record VisitStarted(
            UUID clientId,
            String rmId,
            Instant at,
            Point area,
            Integer distanceMetres,
            List<String> flags)
            implements VisitEvent {}

    /** The client was not there. */
    record VisitNoShow(
            UUID clientId,
            String rmId,
            Instant at,
            Integer distanceMetres,
            List<String> flags,
            @Personal String note)
            implements VisitEvent {}

    /**
     * It took place, and this is what came of it.
     *
     * @param at when it began: the recorded start, else what the log says
     * @param toldAt when it began, as the log says
     */
    record VisitLogged(
            UUID clientId,
            String rmId,
            Channel channel,
            Instant at,
            Instant toldAt,
            int durationMinutes,
            List<UUID> contactIds,
            List<String> joint,
            List<Need> needs,
            List<FollowUp> followUps,
            Point area,
            boolean late,
            List<String> flags,
            @Personal Said said)
            implements VisitEvent {}
}
