package io.guanxi.client.publishing;

import io.guanxi.client.staff.RenewalDuty;
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

/**
 * The duty of somebody to renew something: one obligation, that is moved and never closed.
 *
 * @param row of the domain catalogue
 * @param key what the obligation's id is made from
 */
record RenewalAnnouncement(StaffDetails staff, String kind, String row, String key) {
    private static final String SERVICE = "client-service";

    /** PR-04. */
    static RenewalAnnouncement ofQualification(StaffDetails staff) {
        return new RenewalAnnouncement(
                staff, ObligationKinds.QUALIFICATION, "PR-04", staff.staffId());
    }

    /** PR-18: one for each kind of licence. */
    static RenewalAnnouncement ofLicence(StaffDetails staff, String licence) {
        return new RenewalAnnouncement(
                staff, ObligationKinds.LICENCE, "PR-18", staff.staffId() + "/" + licence);
    }

    /**
     * What there is to say.
     *
     * @param duty as it stands now; null: it did not move
     * @param settled the duty that was met; null: none was
     */
    List<PublicEvent> renewed(RenewalDuty duty, RenewalDuty settled, Recorded<?> event) {
        List<PublicEvent> published = new ArrayList<>();
        if (settled != null) {
            boolean inTime = event.occurredAt().isBefore(settled.dueAt());
            published.add(
                    judged(settled, inTime ? ObligationResult.MET : ObligationResult.LATE, event));
        }
        if (duty != null) {
            published.add(changed(duty, ObligationState.OPEN));
        }
        return published;
    }

    /** Who leaves owes nothing any more. */
    List<PublicEvent> cancelled(RenewalDuty duty, Recorded<?> event) {
        return duty == null
                ? List.of()
                : List.of(
                        judged(duty, ObligationResult.CANCELLED, event),
                        changed(duty, ObligationState.CANCELLED));
    }

    private PublicEvent changed(RenewalDuty duty, ObligationState state) {
        return Announcement.clients(
                new ObligationChanged(
                        id(),
                        kind,
                        key,
                        null,
                        staff.staffId(),
                        new Basis(row, null, null, null),
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

    private PublicEvent judged(RenewalDuty duty, ObligationResult result, Recorded<?> event) {
        return Announcement.clients(
                new ObligationJudged(
                        id(),
                        kind,
                        null,
                        staff.staffId(),
                        duty.dueAt(),
                        result,
                        result == ObligationResult.CANCELLED ? null : event.occurredAt(),
                        event.recordedAt()));
    }

    private UUID id() {
        return Ids.obligation(SERVICE, kind, key);
    }
}
