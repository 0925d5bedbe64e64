package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.setting.SettingEvent.SettingChanged;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;

/** The document in force, in the table that every other service fills from the topic. */
public final class SettingView implements InlineView<SettingEvent, SettingView.Row> {

    /** A row of the table. */
    public record Row(String name, int version, JsonNode document) {}

    @Override
    public String table() {
        return "setting";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<SettingEvent> event) {
        return switch (event.event()) {
            case SettingChanged(var name, var version, var document) ->
                    new Row(name, version, document);
        };
    }
}
