package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;

/** What is recorded about a setting. Stored for ever: add, never rename. */
public sealed interface SettingEvent {
    /** The whole document, for others read it from this event alone. */
    record SettingChanged(String name, int version, JsonNode document) implements SettingEvent {}
}
