package io.guanxi.kit.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a service's OpenAPI document as somebody would who has nothing else: every operation has
 * its name, says what it does, which statuses come with which codes, and shows each body by an
 * example that its schema allows.
 */
public final class OpenApiLint {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> ALWAYS =
            List.of("400", "401", "403", "405", "406", "414", "429", "500", "503");
    private static final List<String> ON_WRITES = List.of("409", "412", "422");
    private static final List<String> WITH_BODY = List.of("408", "413", "415");

    private final JsonNode document;
    private final Examples examples;
    private final Set<String> names = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    private OpenApiLint(JsonNode document) {
        this.document = document;
        this.examples = new Examples(document);
    }

    /** What the document lacks, a line each; empty is good. */
    public static List<String> complaints(String document) {
        try {
            OpenApiLint lint = new OpenApiLint(new ObjectMapper().readTree(document));
            lint.all();
            return List.copyOf(lint.complaints);
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        }
    }

    private void all() {
        want(document.path("openapi").asText().startsWith("3.1"), "document", "version 3.1");
        want(!document.at("/info/title").isMissingNode(), "document", "title");
        want(!document.at("/info/description").isMissingNode(), "document", "description");
        want(!document.at("/components/securitySchemes").isEmpty(), "document", "security");
        want(document.path("paths").size() > 0, "document", "paths");
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().get(method);
                if (operation != null) {
                    operation(method, path.getKey(), path.getValue(), operation);
                }
            }
        }
    }

    private void operation(String method, String path, JsonNode item, JsonNode operation) {
        String name = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        want(operation.hasNonNull("summary"), name, "summary");
        want(operation.hasNonNull("operationId"), name, "operationId");
        want(names.add(operation.path("operationId").asText()), name, "an operationId of its own");
        parameters(name, path, item, operation);
        JsonNode responses = operation.path("responses");
        ALWAYS.forEach(status -> problem(name, status, responses));
        if (!method.equals("get")) {
            ON_WRITES.forEach(status -> problem(name, status, responses));
        }
        if (operation.has("requestBody")) {
            WITH_BODY.forEach(status -> problem(name, status, responses));
            content(name + " request", operation.at("/requestBody/content"));
        }
        if (path.contains("{")) {
            problem(name, "404", responses);
        }
        successes(name, responses);
    }

    private void parameters(String name, String path, JsonNode item, JsonNode operation) {
        Set<String> described = new HashSet<>();
        for (JsonNode of : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : of) {
                String parameterName = parameter.path("name").asText();
                described.add(parameterName);
                want(parameter.has("schema"), name, "schema of " + parameterName);
            }
        }
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("\\{([^}:]+)").matcher(path);
        while (matcher.find()) {
            want(described.contains(matcher.group(1)), name, "parameter " + matcher.group(1));
        }
    }

    private void problem(String name, String status, JsonNode responses) {
        JsonNode content = responses.path(status).path("content");
        want(content.has("application/problem+json"), name, "problem for " + status);
        want(responses.path(status).hasNonNull("description"), name, "what " + status + " means");
        content(name + " " + status, content);
    }

    private void successes(String name, JsonNode responses) {
        int found = 0;
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (response.getKey().startsWith("2")) {
                found++;
                if (!response.getKey().equals("204")) {
                    want(response.getValue().has("content"), name, "a body of the answer");
                }
                content(name + " " + response.getKey(), response.getValue().path("content"));
            }
        }
        want(found > 0, name, "what it answers when all is well");
    }

    private void content(String name, JsonNode content) {
        for (Map.Entry<String, JsonNode> type : content.properties()) {
            JsonNode body = type.getValue();
            want(body.has("example") || body.has("examples"), name, "an example");
            if (type.getKey().endsWith("json")) {
                want(body.has("schema"), name, "a schema");
                examples.wrong(body)
                        .forEach(wrong -> want(false, name, "a right example: " + wrong));
            }
        }
    }

    private void want(boolean there, String name, String what) {
        if (!there) {
            complaints.add(name + " lacks " + what);
        }
    }
}
