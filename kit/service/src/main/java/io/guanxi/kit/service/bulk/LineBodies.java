package io.guanxi.kit.service.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.service.http.JsonProblems;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.ViolationProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Reads lines as strictly as if each had been sent alone; but a row of CSV has texts only, so there
 * a number or a truth may be one.
 */
@ApplicationScoped
public class LineBodies {
    private final ObjectMapper json;
    private final ObjectMapper texts;
    private final Validator validator;

    LineBodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.texts = lenient(json);
        this.validator = validator;
    }

    @SuppressWarnings("deprecation")
    private static ObjectMapper lenient(ObjectMapper strict) {
        return strict.copy().configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, true);
    }

    /**
     * A whole line.
     *
     * @throws Problem 400 with what is wrong where
     */
    public <T> T read(RawLine line, Class<T> type) {
        return part(line, object(line), type);
    }

    /**
     * A line, still to be taken apart.
     *
     * @throws Problem 400 it is no object
     */
    public ObjectNode object(RawLine line) {
        try {
            ObjectNode object = json.readValue(line.json(), ObjectNode.class);
            if (object == null) {
                throw Problem.badRequest("field.invalid", "A line must be an object.");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A part of a line.
     *
     * @throws Problem 400 with what is wrong where
     */
    public <T> T part(RawLine line, JsonNode part, Class<T> type) {
        try {
            T body = (line.texts() ? texts : json).treeToValue(part, type);
            Set<ConstraintViolation<T>> violations = validator.validate(body);
            if (!violations.isEmpty()) {
                throw ViolationProblems.of(new ConstraintViolationException(violations))
                        .orElseThrow();
            }
            return body;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }
}
