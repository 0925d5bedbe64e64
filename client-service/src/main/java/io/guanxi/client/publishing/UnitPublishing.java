package io.guanxi.client.publishing;

import io.guanxi.client.unit.UnitDetails;
import io.guanxi.client.unit.UnitEvent;
import io.guanxi.client.unit.UnitStream;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Units for everyone. */
@ApplicationScoped
public class UnitPublishing implements Publishing<UnitEvent> {

    @Override
    public Aggregate<?, ?, UnitEvent> aggregate() {
        return UnitStream.UNIT;
    }

    @Override
    public List<PublicEvent> publish(Recorded<UnitEvent> event) {
        UnitDetails unit = event.event().unit();
        return List.of(
                Announcement.directory(
                        new UnitChanged(
                                unit.unitId(), unit.name(), unit.parentId(), unit.headId())));
    }
}
