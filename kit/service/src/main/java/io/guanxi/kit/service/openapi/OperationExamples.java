package io.guanxi.kit.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The examples and refusal codes of a service's operations, from the classpath: {@code
 * openapi-examples.json}, an object by operation id with {@code request}, {@code csv}, {@code
 * response} and {@code refusals} (code to sentence), all optional.
 */
record OperationExamples(Map<String, JsonNode> byOperation) {
    private static final String FILE = "openapi-examples.json";

    static OperationExamples read() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            if (in == null) {
                return new OperationExamples(Map.of());
            }
            JsonNode all = new ObjectMapper().readTree(in);
            Map<String, JsonNode> examples = new java.util.HashMap<>();
            all.properties().forEach(one -> examples.put(one.getKey(), one.getValue()));
            return new OperationExamples(Map.copyOf(examples));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Object> request(String operation) {
        return part(operation, "request").map(OperationExamples::plain);
    }

    Optional<Object> csv(String operation) {
        return part(operation, "csv").map(OperationExamples::plain);
    }

    Optional<Object> response(String operation) {
        return part(operation, "response").map(OperationExamples::plain);
    }

    /** Each refusal as {@code `code`: sentence}. */
    List<String> refusals(String operation) {
        return part(operation, "refusals").stream()
                .flatMap(refusals -> refusals.properties().stream())
                .map(one -> "`" + one.getKey() + "`: " + one.getValue().asText())
                .toList();
    }

    /** Maps, lists and scalars: what the document's writer knows. */
    private static Object plain(JsonNode example) {
        return new ObjectMapper().convertValue(example, Object.class);
    }

    private Optional<JsonNode> part(String operation, String name) {
        return Optional.ofNullable(operation).map(byOperation::get).map(one -> one.get(name));
    }
}
