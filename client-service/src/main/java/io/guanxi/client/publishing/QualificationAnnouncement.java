package io.guanxi.client.publishing;

import io.guanxi.client.staff.QualificationDuty;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.contracts.Ids;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.contracts.obligations.ObligationChanged.Basis;
import io.guanxi.contracts.obligations.ObligationClock;
import io.guanxi.contracts.obligations.ObligationJudged;
import io.guanxi.contracts.obligations.ObligationKinds;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.obligations.ObligationState;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** PR-04: the duty to qualify again, one obligation per person that is moved and never closed. */
final class QualificationAnnouncement {

    private static final String SERVICE = "client-service";
    private static final String ROW = "PR-04";

    private QualificationAnnouncement() {}

    static List<PublicEvent> qualified(
            StaffDetails staff,
            QualificationDuty duty,
            QualificationDuty settled,
            Recorded<?> event) {
        List<PublicEvent> published = new ArrayList<>();
        if (settled != null) {
            boolean inTime = event.occurredAt().isBefore(settled.dueAt());
            published.add(
                    judged(
                            staff,
                            settled,
                            inTime ? ObligationResult.MET : ObligationResult.LATE,
                            event));
        }
        if (duty != null) {
            published.add(changed(staff, duty, ObligationState.OPEN));
        }
        return published;
    }

    static List<PublicEvent> moved(StaffDetails staff, QualificationDuty duty) {
        return List.of(changed(staff, duty, ObligationState.OPEN));
    }

    /** Who leaves owes nothing any more. */
    static List<PublicEvent> cancelled(
            StaffDetails staff, QualificationDuty duty, Recorded<?> event) {
        return duty == null
                ? List.of()
                : List.of(
                        judged(staff, duty, ObligationResult.CANCELLED, event),
                        changed(staff, duty, ObligationState.CANCELLED));
    }

    private static PublicEvent changed(
            StaffDetails staff, QualificationDuty duty, ObligationState state) {
        return Announcement.clients(
                new ObligationChanged(
                        id(staff),
                        ObligationKinds.QUALIFICATION,
                        staff.staffId(),
                        null,
                        staff.staffId(),
                        new Basis(ROW, null, null, null),
                        duty.openedAt(),
                        duty.warnAt(),
                        duty.dueAt(),
                        ObligationClock.ELAPSED,
                        state,
                        null,
                        null,
                        null,
                        duty.settingsVersion()));
    }

    private static PublicEvent judged(
            StaffDetails staff,
            QualificationDuty duty,
            ObligationResult result,
            Recorded<?> event) {
        return Announcement.clients(
                new ObligationJudged(
                        id(staff),
                        ObligationKinds.QUALIFICATION,
                        null,
                        staff.staffId(),
                        duty.dueAt(),
                        result,
                        result == ObligationResult.CANCELLED ? null : event.occurredAt(),
                        event.recordedAt()));
    }

    private static UUID id(StaffDetails staff) {
        return Ids.obligation(SERVICE, ObligationKinds.QUALIFICATION, staff.staffId());
    }
}
