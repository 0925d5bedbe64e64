package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;

/** What may be asked of a setting. */
public sealed interface SettingCommand {
    /**
     * Puts another document in force.
     *
     * @param builtIn the document that came with the service, and its version
     * @param fits whether the document has the form its schema asks for
     */
    record ChangeSetting(
            String name, JsonNode document, JsonNode builtIn, int builtInVersion, boolean fits)
            implements SettingCommand {}
}
