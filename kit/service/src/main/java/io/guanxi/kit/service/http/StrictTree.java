package io.guanxi.kit.service.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.util.Map;

/** A tree (a merge patch, a settings document), its texts as strict as any other. */
final class StrictTree<T extends JsonNode> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<? extends JsonNode> plain;
    private final Class<T> type;

    StrictTree(Class<T> type) {
        super(type);
        this.type = type;
        this.plain = JsonNodeDeserializer.getDeserializer(type);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = plain.deserialize(parser, context);
        if (!clean(tree)) {
            return type.cast(context.handleWeirdStringValue(String.class, "", "not storable"));
        }
        return type.cast(tree);
    }

    @Override
    public T getNullValue(DeserializationContext context) {
        return type.isInstance(NullNode.getInstance()) ? type.cast(NullNode.getInstance()) : null;
    }

    private static boolean clean(JsonNode node) {
        if (node.isTextual()) {
            return StrictText.storable(node.textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!StrictText.storable(field.getKey())) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!clean(child)) {
                return false;
            }
        }
        return true;
    }
}
