package io.guanxi.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes one request to an operation: mostly right, and wrong in a place or two. */
final class Hostility {
    private static final List<String> ODD_TEXT =
            List.of(
                    "",
                    " ",
                    "null",
                    "0",
                    "-1",
                    "1.7",
                    "99999999999999999999",
                    "true",
                    "NaN",
                    "'",
                    "' or 1=1 --",
                    "../../etc/passwd",
                    "%",
                    "\u0000",
                    "\n\r\t",
                    "客户",
                    "\ud83d\ude00",
                    "\u202e",
                    "2026-02-30",
                    "2026-01-05",
                    "+292278994-08-17T07:12:55.807Z",
                    "-1000000000-01-01T00:00:00Z",
                    "2026-01-05T00:00:00Z",
                    "S-0001",
                    "A1",
                    "x".repeat(3_000),
                    "${jndi:ldap://x}",
                    "<script>",
                    "[]",
                    "{}");
    private static final List<String> ODD_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/json; charset=utf-16",
                    "*/*",
                    "application",
                    "application/json; x",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "application/x-ndjson",
                    "text/csv");
    private static final List<String> ODD_TAGS =
            List.of(
                    "*",
                    "\"1\"",
                    "W/\"1\"",
                    "1",
                    "\"\"",
                    "\"1\", \"2\"",
                    "\"99999999999\"",
                    "\"x\"");

    private final OpenApi api;
    private final Random random;
    private final HostileJson json;

    Hostility(OpenApi api, Random random) {
        this.api = api;
        this.random = random;
        this.json = new HostileJson(api, random);
    }

    HostileRequest request(OpenApi.Operation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        String target = path(operation) + query(operation);
        byte[] body = body(operation, headers);
        headers(headers);
        return new HostileRequest(operation.method(), target, headers, body);
    }

    private String path(OpenApi.Operation operation) {
        String path = operation.path();
        while (path.contains("{")) {
            int begin = path.indexOf('{');
            int end = path.indexOf('}', begin);
            path = path.substring(0, begin) + encoded(segment()) + path.substring(end + 1);
        }
        return path;
    }

    private String segment() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(ODD_TEXT).isEmpty() ? "x" : pick(ODD_TEXT.subList(1, ODD_TEXT.size()));
            case 1 -> "S-0001";
            default -> new UUID(0x7000L | random.nextInt(5) << 16, 0x8000000000000000L).toString();
        };
    }

    private String query(OpenApi.Operation operation) {
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) > 0) {
                query.put(
                        parameter.path("name").asText(),
                        value(api.resolve(parameter.path("schema"))));
            }
        }
        if (random.nextInt(8) == 0) {
            query.put(pick(List.of("colour", "limit", "cursor", "", "q[]", "%")), pick(ODD_TEXT));
        }
        String text =
                query.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    private String value(JsonNode schema) {
        if (random.nextInt(2) == 0) {
            return pick(ODD_TEXT);
        }
        JsonNode good = json.good(schema, 0);
        return good.isValueNode() ? good.asText() : pick(ODD_TEXT);
    }

    private byte[] body(OpenApi.Operation operation, Map<String, String> headers) {
        if (operation.content().isMissingNode() || operation.content().isEmpty()) {
            return random.nextInt(10) == 0 ? json.noise() : null;
        }
        Map.Entry<String, JsonNode> content = operation.content().properties().iterator().next();
        String type = random.nextInt(12) == 0 ? pick(ODD_TYPES) : content.getKey();
        if (random.nextInt(20) > 0) {
            headers.put("Content-Type", type);
        }
        if (random.nextInt(40) == 0) {
            headers.put("Content-Encoding", pick(List.of("gzip", "br", "identity", "x")));
        }
        JsonNode schema = content.getValue().path("schema");
        JsonNode example = example(content.getValue());
        return random.nextInt(10) == 0 ? json.noise() : json.body(schema, example);
    }

    private JsonNode example(JsonNode content) {
        if (content.has("example")) {
            return content.get("example");
        }
        JsonNode examples = content.path("examples");
        return examples.isEmpty()
                ? examples
                : api.resolve(examples.iterator().next()).path("value");
    }

    private void headers(Map<String, String> headers) {
        if (random.nextInt(6) == 0) {
            headers.put("Idempotency-Key", printable(pick(ODD_TEXT)));
        }
        if (random.nextInt(6) == 0) {
            headers.put("If-Match", pick(ODD_TAGS));
        }
        if (random.nextInt(20) == 0) {
            headers.put("Accept", pick(ODD_TYPES));
        }
        if (random.nextInt(20) == 0) {
            headers.put("traceparent", printable(pick(ODD_TEXT)));
        }
        if (random.nextInt(20) == 0) {
            headers.put("Last-Event-ID", printable(pick(ODD_TEXT)));
        }
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** What the client lets into a header. */
    private static String printable(String text) {
        return text.chars()
                .filter(c -> c >= 0x20 && c < 0x7f)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
