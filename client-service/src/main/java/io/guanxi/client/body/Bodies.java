package io.guanxi.client.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.JsonProblems;
import io.guanxi.kit.service.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is not a whole single body, with the same strictness and the same answers. */
@ApplicationScoped
public class Bodies {
    private static final String CODE = "field.invalid";
    private static final String DETAIL = "The body does not have the form this operation takes.";

    private final ObjectMapper json;
    private final Validator validator;

    Bodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * A part of a body.
     *
     * @throws Problem 400 with what is wrong where
     */
    public <T> T tree(JsonNode tree, Class<T> type) {
        try {
            return valid(json.treeToValue(tree, type));
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }

    /**
     * RFC 7396: the thing as it would be after the patch.
     *
     * @throws Problem 400 with what is wrong where
     */
    public <T> T merged(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw invalid("", "must be an object");
        }
        Set<String> known =
                Arrays.stream(type.getRecordComponents())
                        .map(c -> c.getName())
                        .collect(Collectors.toSet());
        changes.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw Problem.badRequest(
                                        "field.unknown",
                                        DETAIL,
                                        new FieldError("/" + name, "is not a field here"));
                            }
                        });
        return tree(merge(json.valueToTree(current), changes), type);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties()
                .forEach(
                        change -> {
                            if (change.getValue().isNull()) {
                                merged.remove(change.getKey());
                            } else {
                                merged.set(
                                        change.getKey(),
                                        merge(merged.get(change.getKey()), change.getValue()));
                            }
                        });
        return merged;
    }

    private <T> T valid(T body) {
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (violations.isEmpty()) {
            return body;
        }
        throw Problem.badRequest(
                CODE,
                DETAIL,
                violations.stream()
                        .map(v -> new FieldError(pointer(v), v.getMessage()))
                        .toArray(FieldError[]::new));
    }

    private static String pointer(ConstraintViolation<?> violation) {
        return "/"
                + violation.getPropertyPath().toString().replaceAll("[.\\[]", "/").replace("]", "");
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.badRequest(CODE, DETAIL, new FieldError(pointer, message));
    }
}
