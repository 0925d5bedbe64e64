package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.guanxi.kit.service.http.FieldError;
import java.util.ArrayList;
import java.util.List;

/** The forms that settings documents must have. */
public final class SettingsSchemas {
    private static final int MOST_ERRORS = 50;

    private SettingsSchemas() {}

    /** The names of all settings of the suite, in order. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        SettingsDocument.resource("settings/index.json").forEach(name -> names.add(name.asText()));
        return names;
    }

    /**
     * What is wrong with a document, with a JSON Pointer into it; nothing where there is no schema.
     */
    public static List<FieldError> violations(String name, JsonNode document) {
        JsonNode schema = SettingsDocument.resource("settings/" + name + ".schema.json");
        if (schema == null) {
            return List.of();
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(document)
                .stream()
                .limit(MOST_ERRORS)
                .map(
                        wrong ->
                                new FieldError(
                                        wrong.getInstanceLocation()
                                                .toString()
                                                .replaceFirst("^\\$", "")
                                                .replaceAll("[.\\[]", "/")
                                                .replace("]", ""),
                                        wrong.getMessage()))
                .toList();
    }
}
