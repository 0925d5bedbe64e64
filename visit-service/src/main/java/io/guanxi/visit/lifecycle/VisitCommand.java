package io.guanxi.visit.lifecycle;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What may be asked of a visit, and what may be reported about it. */
public sealed interface VisitCommand {

    /** A request, which may be refused. */
    sealed interface Request extends VisitCommand {}

    /** A report of what happened: never refused, at most flagged. */
    sealed interface Observation extends VisitCommand {
        UUID clientId();

        String rmId();

        Instant at();

        /** What the way of reporting gave reason to flag, for example an absurd clock. */
        List<String> flags();
    }

    /**
     * Plans a visit.
     *
     * @param registeredAt when it was written down
     */
    record PlanVisit(Appointment appointment, Place place, Instant registeredAt, VisitPolicy policy)
            implements Request {}

    record ChangeVisit(AppointmentChange change) implements Request {}

    record ConfirmVisit(String note) implements Request {}

    record CancelVisit(String reasonCode, String note) implements Request {}

    /** The client has another owner now. */
    record ReassignVisit(String rmId, String reasonCode) implements Request {}

    /**
     * The visit began.
     *
     * @param location null: not known
     */
    record StartVisit(UUID clientId, String rmId, Instant at, Location location, List<String> flags)
            implements Observation {}

    /**
     * The client was not there.
     *
     * @param location null: not known
     */
    record ReportNoShow(
            UUID clientId,
            String rmId,
            Instant at,
            Location location,
            List<String> flags,
            String note)
            implements Observation {}

    /**
     * The visit's report.
     *
     * @param channel null: as planned; never null of a visit that nobody planned
     * @param at when it began, as far as the report knows
     * @param contactIds null: as planned
     * @param learnedAt now
     */
    record LogVisit(
            UUID clientId,
            String rmId,
            Channel channel,
            Instant at,
            int durationMinutes,
            List<UUID> contactIds,
            List<Need> needs,
            List<FollowUp> followUps,
            Location location,
            List<String> flags,
            Said said,
            Instant learnedAt,
            VisitPolicy policy)
            implements Observation {}
}
