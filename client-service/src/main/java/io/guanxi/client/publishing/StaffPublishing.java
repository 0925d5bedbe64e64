package io.guanxi.client.publishing;

import io.guanxi.client.staff.Licence;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffEvent;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.directory.BookType;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.Track;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Staff for everyone, by code and without names. */
@ApplicationScoped
public class StaffPublishing implements Publishing<StaffEvent> {

    @Override
    public Aggregate<?, ?, StaffEvent> aggregate() {
        return StaffStream.STAFF;
    }

    @Override
    public List<PublicEvent> publish(Recorded<StaffEvent> event) {
        return List.of(Announcement.directory(changed(event.event().staff())));
    }

    private static StaffChanged changed(StaffDetails staff) {
        return new StaffChanged(
                staff.staffId(),
                staff.unitId(),
                staff.supervisorId(),
                staff.roles(),
                staff.track() == null ? null : Track.valueOf(staff.track().name()),
                staff.bookType() == null ? null : BookType.valueOf(staff.bookType().name()),
                staff.grade(),
                staff.capacity(),
                staff.qualifiedUntil(),
                staff.licences().stream().map(Licence::kind).distinct().toList(),
                staff.active());
    }
}
