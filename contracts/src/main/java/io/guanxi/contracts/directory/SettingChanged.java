package io.guanxi.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.EventType;

/**
 * A settings document as it is now. Key: the setting's stream id.
 *
 * @param name for example {@code cadences}
 * @param version rises by one with every change
 * @param document the whole document, in the schema of its name
 */
@EventType(name = "setting-changed", description = "A settings document as it is now.")
public record SettingChanged(String name, int version, JsonNode document) {}
