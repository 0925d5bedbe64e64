package io.guanxi.client.publishing;

import io.guanxi.client.setting.SettingEvent;
import io.guanxi.client.setting.SettingStream;
import io.guanxi.contracts.directory.SettingChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Settings for everyone. */
@ApplicationScoped
public class SettingPublishing implements Publishing<SettingEvent> {

    @Override
    public Aggregate<?, ?, SettingEvent> aggregate() {
        return SettingStream.SETTING;
    }

    @Override
    public List<PublicEvent> publish(Recorded<SettingEvent> event) {
        return switch (event.event()) {
            case SettingEvent.SettingChanged(var name, var version, var document) ->
                    List.of(Announcement.directory(new SettingChanged(name, version, document)));
        };
    }
}
