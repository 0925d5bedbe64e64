package io.guanxi.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Bodies from a schema: right ones, and ones that are wrong in a single place. */
final class HostileJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final OpenApi api;
    private final Random random;

    HostileJson(OpenApi api, Random random) {
        this.api = api;
        this.random = random;
    }

    /** A body that fits the schema or starts from the example, then spoilt four times in five. */
    byte[] body(JsonNode schema, JsonNode example) {
        boolean known = !example.isMissingNode() && !example.isNull() && random.nextInt(3) > 0;
        JsonNode good = known ? example : good(schema, 0);
        if (good.isTextual() && known) {
            return bytes(good.asText());
        }
        JsonNode sent = random.nextInt(5) == 0 ? good : spoilt(good);
        return bytes(sent.toString());
    }

    /** What is no JSON, or none that anybody could mean. */
    byte[] noise() {
        return switch (random.nextInt(9)) {
            case 0 -> new byte[0];
            case 1 -> bytes("null");
            case 2 -> bytes("{");
            case 3 -> bytes("[".repeat(5_000));
            case 4 -> bytes("{\"a\":" + "9".repeat(5_000) + "}");
            case 5 -> new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
            case 6 -> bytes("{\"a\":1,\"a\":2}");
            case 7 -> bytes("{\"\\u0000\":\"\\ud800\"}");
            default -> {
                byte[] bytes = new byte[200];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    /** A value that fits the schema, as far as it says. */
    JsonNode good(JsonNode reference, int depth) {
        JsonNode schema = api.resolve(reference);
        if (schema.has("enum")) {
            JsonNode values = schema.get("enum");
            return values.get(random.nextInt(values.size()));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return good(schema.get(choice).get(0), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> NODES.numberNode(random.nextInt(100));
            case "number" -> NODES.numberNode(random.nextInt(1000) / 10.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text(schema.path("format").asText()));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            String first = type.get(0).asText();
            return first.equals("null") && type.size() > 1 ? type.get(1).asText() : first;
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText();
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
                if (random.nextInt(6) > 0) {
                    object.set(property.getKey(), good(property.getValue(), depth + 1));
                }
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(3); i > 0 && depth < DEEPEST; i--) {
            array.add(good(schema.path("items"), depth + 1));
        }
        return array;
    }

    private String text(String format) {
        return switch (format) {
            case "uuid" ->
                    new UUID(0x7000L | random.nextInt(5) << 16, 0x8000000000000000L).toString();
            case "date" -> "2026-01-0" + (1 + random.nextInt(9));
            case "date-time" -> "2026-01-05T0" + random.nextInt(10) + ":00:00Z";
            default ->
                    List.of("S-0001", "U-001", "A1", "some text", "CNY", "1234.50")
                            .get(random.nextInt(6));
        };
    }

    private JsonNode spoilt(JsonNode good) {
        JsonNode copy = good.deepCopy();
        List<Runnable> places = new ArrayList<>();
        collect(copy, places);
        if (places.isEmpty()) {
            return wrong();
        }
        places.get(random.nextInt(places.size())).run();
        return copy;
    }

    private void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            places.add(() -> object.set("colour", wrong()));
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String name = field.getKey();
                places.add(() -> object.set(name, wrong()));
                places.add(() -> object.remove(name));
                collect(field.getValue(), places);
            }
        } else if (node instanceof ArrayNode array) {
            places.add(() -> array.add(wrong()));
            places.add(
                    () -> {
                        for (int i = 0; i < 2_000; i++) {
                            array.add(array.isEmpty() ? NODES.textNode("x") : array.get(0));
                        }
                    });
            array.forEach(each -> collect(each, places));
        }
    }

    private JsonNode wrong() {
        return switch (random.nextInt(16)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.textNode("");
            case 2 -> NODES.textNode("\u0000");
            case 3 -> NODES.textNode("x".repeat(100_000));
            case 4 -> NODES.textNode("客户 \ud83d\ude00 \u202e");
            case 5 -> NODES.numberNode(new BigInteger("9".repeat(30)));
            case 6 -> NODES.numberNode(-1);
            case 7 -> NODES.numberNode(1.7);
            case 8 -> NODES.booleanNode(true);
            case 9 -> NODES.arrayNode();
            case 10 -> NODES.objectNode();
            case 11 -> NODES.textNode("+292278994-08-17T07:12:55.807Z");
            case 12 -> NODES.textNode("-999999999-01-01");
            case 13 -> NODES.numberNode(Long.MAX_VALUE);
            case 14 -> deep();
            default -> NODES.textNode("1e400");
        };
    }

    private static JsonNode deep() {
        JsonNode deep = NODES.textNode("deep");
        for (int i = 0; i < 200; i++) {
            ArrayNode around = NODES.arrayNode();
            around.add(deep);
            deep = around;
        }
        return deep;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
