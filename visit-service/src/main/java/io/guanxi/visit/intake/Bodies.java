package io.guanxi.visit.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.JsonProblems;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.ViolationProblems;
import io.guanxi.visit.lifecycle.AppointmentChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;

/** Reads bodies that come inside of others, as strictly as if each had been sent alone. */
@ApplicationScoped
class Bodies {
    private final ObjectMapper json;
    private final Validator validator;

    Bodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The body as a record.
     *
     * @throws Problem 400 with the place of what is wrong
     */
    <T> T read(JsonNode body, Class<T> type) {
        JsonNode given =
                body == null || body.isNull() ? JsonNodeFactory.instance.objectNode() : body;
        try {
            T read = json.treeToValue(given, type);
            Set<ConstraintViolation<T>> violations = validator.validate(read);
            if (!violations.isEmpty()) {
                throw ViolationProblems.of(new ConstraintViolationException(violations))
                        .orElseThrow();
            }
            return read;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }

    /** A merge patch: {@code null} takes away what may be missing, which is the place alone. */
    AppointmentChange change(JsonNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull() && !field.getKey().equals("place")) {
                throw Problem.badRequest(
                        "field.invalid",
                        "The body does not have the form this operation takes.",
                        new FieldError("/" + field.getKey(), "must not be null"));
            }
        }
        boolean noPlace = patch.has("place") && patch.get("place").isNull();
        return read(patch, ChangeBody.class).change(noPlace);
    }
}
