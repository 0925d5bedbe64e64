package io.guanxi.client.staff;

import io.guanxi.kit.eventsourcing.Personal;
import java.time.LocalDate;

/** What is recorded about a member of staff. Stored for ever: add, never rename. */
public sealed interface StaffEvent {

    /** The whole public state, for others read it from this event alone. */
    StaffDetails staff();

    record StaffJoined(StaffDetails staff, @Personal String name) implements StaffEvent {}

    record StaffChanged(StaffDetails staff, @Personal String name) implements StaffEvent {}

    /**
     * PR-04.
     *
     * @param duty to qualify again, as it stands now; null where an earlier end moves nothing
     * @param settled the duty this met; null for the first qualification
     */
    record StaffQualified(
            StaffDetails staff, Qualification qualification, RenewalDuty duty, RenewalDuty settled)
            implements StaffEvent {}

    /** PR-04: the duty to qualify again is reckoned by other rules. */
    record DutyMoved(StaffDetails staff, RenewalDuty duty) implements StaffEvent {}

    record LicenceGranted(StaffDetails staff, Licence licence) implements StaffEvent {}

    /**
     * PR-18: when a licence must be renewed.
     *
     * @param settled the duty that a longer licence of the kind met; null where there was none
     */
    record LicenceDutyMoved(StaffDetails staff, String kind, RenewalDuty duty, RenewalDuty settled)
            implements StaffEvent {}

    /** Who leaves renews no licence. */
    record LicenceDutyEnded(StaffDetails staff, String kind, RenewalDuty duty)
            implements StaffEvent {}

    record CommitmentSigned(StaffDetails staff, Commitment commitment) implements StaffEvent {}

    /** PR-15: leaves at the end of a day to come; a later announcement replaces an earlier one. */
    record DepartureAnnounced(StaffDetails staff, LocalDate lastDay) implements StaffEvent {}

    /** The duty that ends with the departure; null if there was none. */
    record StaffDeparted(StaffDetails staff, LocalDate lastDay, RenewalDuty duty)
            implements StaffEvent {}
}
