package io.guanxi.client.staff;

import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How staff records are stored. */
public final class StaffStream {
    public static final EventTypes<StaffEvent> TYPES =
            EventTypes.of(StaffEvent.class)
                    .type("staff-joined", StaffJoined.class)
                    .type("staff-changed", StaffChanged.class)
                    .build();

    public static final Aggregate<StaffCommand, Staff, StaffEvent> STAFF =
            Aggregate.of("staff", new StaffDecider(), TYPES)
                    .withViews(new BookStaffView(), new StaffListView());

    private StaffStream() {}
}
