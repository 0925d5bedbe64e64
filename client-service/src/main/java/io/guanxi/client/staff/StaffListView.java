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
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.LocalDate;
import java.util.List;

/** People in lists: what the book holds, and the name. */
public final class StaffListView implements InlineView<StaffEvent, StaffListView.Row> {

    /** A row of {@code staff_view}. */
    public record Row(
            String staffId,
            String name,
            String unitId,
            String supervisorId,
            List<String> roles,
            boolean active,
            LocalDate qualifiedUntil,
            StaffDetails details,
            int version) {}

    @Override
    public String table() {
        return "staff_view";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<StaffEvent> event) {
        String name =
                switch (event.event()) {
                    case StaffJoined joined -> joined.name();
                    case StaffChanged changed -> changed.name();
                    case StaffQualified _,
                            DutyMoved _,
                            LicenceGranted _,
                            LicenceDutyMoved _,
                            LicenceDutyEnded _,
                            CommitmentSigned _,
                            DepartureAnnounced _,
                            StaffDeparted _ ->
                            row == null ? null : row.name();
                };
        StaffDetails staff = event.event().staff();
        return new Row(
                staff.staffId(),
                name,
                staff.unitId(),
                staff.supervisorId(),
                staff.roles(),
                staff.active(),
                staff.qualifiedUntil(),
                staff,
                event.version());
    }
}
