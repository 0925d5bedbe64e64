package io.guanxi.client.staff;

import io.guanxi.client.staff.StaffEvent.CommitmentSigned;
import io.guanxi.client.staff.StaffEvent.DepartureAnnounced;
import io.guanxi.client.staff.StaffEvent.DutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceDutyEnded;
import io.guanxi.client.staff.StaffEvent.LicenceDutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceGranted;
import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffDeparted;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.client.staff.StaffEvent.StaffQualified;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How staff records are stored. */
public final class StaffStream {
    public static final EventTypes<StaffEvent> TYPES =
            EventTypes.of(StaffEvent.class)
                    .type("staff-joined", StaffJoined.class)
                    .type("staff-changed", StaffChanged.class)
                    .type("staff-qualified", StaffQualified.class)
                    .type("qualification-duty-moved", DutyMoved.class)
                    .type("licence-granted", LicenceGranted.class)
                    .type("licence-duty-moved", LicenceDutyMoved.class)
                    .type("licence-duty-ended", LicenceDutyEnded.class)
                    .type("commitment-signed", CommitmentSigned.class)
                    .type("departure-announced", DepartureAnnounced.class)
                    .type("staff-departed", StaffDeparted.class)
                    .build();

    public static final Aggregate<StaffCommand, Staff, StaffEvent> STAFF =
            Aggregate.of("staff", new StaffDecider(), TYPES)
                    .withViews(new BookStaffView(), new StaffListView());

    private StaffStream() {}
}
