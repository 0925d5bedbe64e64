package io.guanxi.client.staff;

import java.time.Duration;
import java.time.LocalDate;

/** What may be asked about a member of staff. */
public sealed interface StaffCommand {

    record RegisterStaff(StaffDetails staff, String name, boolean unitKnown)
            implements StaffCommand {}

    record ChangeStaff(StaffDetails staff, String name, boolean unitKnown)
            implements StaffCommand {}

    /** A qualification that begins after today must follow the one held. */
    record Qualify(Qualification qualification, RenewalDuty duty, LocalDate today)
            implements StaffCommand {}

    /** The setting {@code qualification} has changed: warnings may come at another time. */
    record ReckonDuty(Duration lead, int settingsVersion) implements StaffCommand {}

    record GrantLicence(Licence licence, RenewalDuty duty) implements StaffCommand {}

    record SignCommitment(Commitment commitment) implements StaffCommand {}

    /**
     * A day to come is announced; otherwise the clients still in the book keep somebody from
     * leaving.
     */
    record Depart(LocalDate lastDay, LocalDate today, int clients) implements StaffCommand {}
}
