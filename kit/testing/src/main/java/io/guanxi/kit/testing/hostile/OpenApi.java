package io.guanxi.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service's OpenAPI document, as far as requests are made from it. */
final class OpenApi {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** One method on one path. */
    record Operation(
            String method,
            String path,
            List<JsonNode> parameters,
            JsonNode content,
            JsonNode responses) {

        /**
         * Whether the document says that this may be the answer; null: an answer without a code.
         */
        boolean tells(int status, String code) {
            JsonNode response = responses.path(Integer.toString(status));
            return !response.isMissingNode()
                    && (code == null || response.path("description").asText().contains(code));
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().get(method);
                if (operation != null) {
                    operations.add(operation(method, path.getKey(), path.getValue(), operation));
                }
            }
        }
        return operations;
    }

    /** Follows a {@code $ref}, if it is one. */
    JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            String reference = current.get("$ref").asText();
            current = document.at(reference.substring(1));
        }
        return current;
    }

    private Operation operation(String method, String path, JsonNode item, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(p -> parameters.add(resolve(p)));
        operation.path("parameters").forEach(p -> parameters.add(resolve(p)));
        JsonNode body = resolve(operation.path("requestBody"));
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                body.path("content"),
                operation.path("responses"));
    }
}
