package io.guanxi.client.publishing;

import io.guanxi.client.staff.Licence;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffEvent;
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
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.directory.BookType;
import io.guanxi.contracts.directory.Track;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

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
        RenewalAnnouncement qualification = RenewalAnnouncement.ofQualification(staff);
        return switch (event.event()) {
            case StaffJoined _, StaffChanged _, LicenceGranted _, CommitmentSigned _ ->
                    List.of(directory(staff));
            case StaffQualified(_, _, var duty, var settled) ->
                    with(directory(staff), qualification.renewed(duty, settled, event));
            case DepartureAnnounced _ -> List.of();
            case StaffDeparted(_, _, var duty) ->
                    with(directory(staff), qualification.cancelled(duty, event));
            case DutyMoved(_, var duty) -> qualification.renewed(duty, null, event);
            case LicenceDutyMoved(_, var kind, var duty, var settled) ->
                    RenewalAnnouncement.ofLicence(staff, kind).renewed(duty, settled, event);
            case LicenceDutyEnded(_, var kind, var duty) ->
                    RenewalAnnouncement.ofLicence(staff, kind).cancelled(duty, event);
        };
    }

    private static PublicEvent directory(StaffDetails staff) {
        return Announcement.directory(changed(staff));
    }

    private static List<PublicEvent> with(PublicEvent first, List<PublicEvent> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
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
