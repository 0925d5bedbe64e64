package io.guanxi.client.publishing;

import io.guanxi.client.staff.Licence;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffEvent;
import io.guanxi.client.staff.StaffEvent.CommitmentSigned;
import io.guanxi.client.staff.StaffEvent.DutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceGranted;
import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffDeparted;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.client.staff.StaffEvent.StaffQualified;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.directory.BookType;
import io.guanxi.contracts.directory.Track;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
        StaffDetails staff = event.event().staff();
        if (event.event() instanceof DutyMoved(_, var duty)) {
            return QualificationAnnouncement.moved(staff, duty);
        }
        List<PublicEvent> published = new ArrayList<>();
        published.add(Announcement.directory(changed(staff)));
        switch (event.event()) {
            case StaffQualified(_, _, var duty, var settled) ->
                    published.addAll(
                            QualificationAnnouncement.qualified(staff, duty, settled, event));
            case StaffDeparted(_, _, var duty) ->
                    published.addAll(QualificationAnnouncement.cancelled(staff, duty, event));
            case StaffJoined _,
                    StaffChanged _,
                    DutyMoved _,
                    LicenceGranted _,
                    CommitmentSigned _ -> {}
        }
        return published;
    }

    private static io.guanxi.contracts.directory.StaffChanged changed(StaffDetails staff) {
        return new io.guanxi.contracts.directory.StaffChanged(
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
