package io.guanxi.kit.service.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guanxi.kit.eventsourcing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A field that differs between two states of a thing. Lists are compared as a whole, for their
 * items have no names.
 *
 * @param field where it is, as a JSON Pointer
 * @param before its value in the first state; absent if it was not there
 * @param after its value in the second; absent if it is gone
 */
public record FieldChange(String field, Object before, Object after) {

    /**
     * All fields that differ, by their names.
     *
     * @param before a document as it is answered, or null if there was none
     * @param after the same later
     */
    public static List<FieldChange> between(Object before, Object after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", tree(before), tree(after), changes);
        return changes;
    }

    private static void compare(
            String at, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (isObjectOrAbsent(before) && isObjectOrAbsent(after)) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String below = at + "/" + name.replace("~", "~0").replace("/", "~1");
                compare(below, before.path(name), after.path(name), changes);
            }
        } else {
            changes.add(new FieldChange(at, value(before), value(after)));
        }
    }

    private static boolean isObjectOrAbsent(JsonNode node) {
        return node.isObject() || node.isMissingNode();
    }

    private static JsonNode tree(Object document) {
        JsonNode tree = Json.MAPPER.valueToTree(document);
        return tree.isNull() ? MissingNode.getInstance() : tree;
    }

    private static Object value(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? null
                : Objects.requireNonNull(Json.MAPPER.convertValue(node, Object.class));
    }
}
