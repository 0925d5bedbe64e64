package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import io.guanxi.kit.service.http.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The forms that settings documents must have. Two rules are ours, for JSON Schema has no word for
 * them: {@code sum}, what the values of an object come to together, and {@code rising}, which of
 * them may not fall.
 */
public final class SettingsSchemas {
    private static final int MOST_ERRORS = 50;
    private static final String SUM = "sum";
    private static final String RISING = "rising";
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    factory ->
                            factory.metaSchema(
                                    JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                                            .keyword(new NonValidationKeyword(SUM))
                                            .keyword(new NonValidationKeyword(RISING))
                                            .build()));

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
        List<FieldError> wrong = form(schema, document);
        if (wrong.isEmpty()) {
            figures(schema, document, "", wrong);
        }
        return wrong;
    }

    private static List<FieldError> form(JsonNode schema, JsonNode document) {
        return FACTORY.getSchema(schema).validate(document).stream()
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
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void figures(
            JsonNode schema, JsonNode document, String at, List<FieldError> wrong) {
        if (schema.has(SUM)) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode value : document) {
                sum = sum.add(figure(value));
            }
            if (sum.compareTo(figure(schema.get(SUM))) != 0) {
                wrong.add(new FieldError(at, "must sum to " + schema.get(SUM) + ", not " + sum));
            }
        }
        BigDecimal last = null;
        for (JsonNode name : schema.path(RISING)) {
            BigDecimal next = figure(document.get(name.asText()));
            if (last != null && next.compareTo(last) < 0) {
                wrong.add(new FieldError(at + "/" + name.asText(), "must not be below " + last));
            }
            last = next;
        }
        for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
            if (document.has(part.getKey())) {
                figures(
                        part.getValue(),
                        document.get(part.getKey()),
                        at + "/" + part.getKey(),
                        wrong);
            }
        }
    }

    private static BigDecimal figure(JsonNode value) {
        return new BigDecimal(value.asText());
    }
}
