package io.guanxi.kit.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Compares examples with the schemas beside them. */
final class Examples {
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode components;

    Examples(JsonNode document) {
        this.components = document.path("components");
    }

    /** What the examples of a media type say that its schema does not allow. */
    List<String> wrong(JsonNode mediaType) {
        if (!mediaType.has("schema")) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        JsonSchema schema = schema(mediaType.get("schema"));
        if (mediaType.has("example")) {
            check(schema, mediaType.get("example"), wrong);
        }
        mediaType.path("examples").forEach(each -> check(schema, each.path("value"), wrong));
        return wrong;
    }

    private static void check(JsonSchema schema, JsonNode example, List<String> wrong) {
        schema.validate(example).stream().map(ValidationMessage::getMessage).forEach(wrong::add);
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putArray("allOf").add(schema);
        root.set("components", components);
        return FACTORY.getSchema(root);
    }
}
