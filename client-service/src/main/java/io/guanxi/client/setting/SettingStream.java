package io.guanxi.client.setting;

import io.guanxi.client.setting.SettingEvent.SettingChanged;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.util.UUID;

/** How settings are stored. */
public final class SettingStream {
    public static final EventTypes<SettingEvent> TYPES =
            EventTypes.of(SettingEvent.class).type("setting-changed", SettingChanged.class).build();

    public static final Aggregate<SettingCommand, Setting, SettingEvent> SETTING =
            Aggregate.of("setting", new SettingDecider(), TYPES).withViews(new SettingView());

    private SettingStream() {}

    static UUID of(String name) {
        return Ids.of("setting", name);
    }
}
