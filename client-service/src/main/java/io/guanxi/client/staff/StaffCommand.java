package io.guanxi.client.staff;

/** What may be asked about a member of staff. */
public sealed interface StaffCommand {

    record RegisterStaff(StaffDetails staff, String name, boolean unitKnown)
            implements StaffCommand {}

    record ChangeStaff(StaffDetails staff, String name, boolean unitKnown)
            implements StaffCommand {}
}
