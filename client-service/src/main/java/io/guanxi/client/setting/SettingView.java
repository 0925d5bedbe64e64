package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.setting.SettingEvent.SettingChanged;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.settings.SettingsTable.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * The document in force and all before it, in the table that every other service fills from the
 * topic.
 */
public final class SettingView implements InlineView<SettingEvent, SettingView.Row> {

    /** A row of the table. */
    public record Row(String name, int version, JsonNode document, List<Version> history) {}

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
                    new Row(
                            name,
                            version,
                            document,
                            history(row, new Version(version, event.occurredAt(), document)));
        };
    }

    private static List<Version> history(Row before, Version version) {
        List<Version> history = new ArrayList<>(before == null ? List.of() : before.history());
        history.add(version);
        return List.copyOf(history);
    }
}
