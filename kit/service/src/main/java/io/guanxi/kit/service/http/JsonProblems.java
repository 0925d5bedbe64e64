package io.guanxi.kit.service.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What Jackson found wrong with a body, said without its words, class names or the content. */
public final class JsonProblems {
    private JsonProblems() {}

    /** The problem, 400 with the place in {@code errors[]}. */
    public static Problem of(JsonProcessingException wrong) {
        for (Throwable t = wrong; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return problem;
            }
        }
        if (wrong instanceof JsonMappingException mapping) {
            String code =
                    mapping instanceof PropertyBindingException ? "field.unknown" : "field.invalid";
            return Problem.badRequest(
                    code,
                    "The body does not have the form this operation takes.",
                    new FieldError(pointer(mapping.getPath()), message(mapping)));
        }
        if (wrong instanceof StreamConstraintsException) {
            return Problem.badRequest(
                    "json.excessive",
                    "The body nests too deep, or holds too long a number or text.");
        }
        return Problem.badRequest("json.malformed", "The body is not JSON" + where(wrong) + ".");
    }

    private static String message(JsonMappingException wrong) {
        return switch (wrong) {
            case PropertyBindingException _ -> "is not a field here";
            case InvalidNullException _ -> "must not be null";
            case InvalidFormatException format -> expected(format.getTargetType());
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> {
                boolean tooMuch = wrong.getCause() instanceof StreamConstraintsException;
                yield tooMuch ? "is too large or too deep" : "is not valid";
            }
        };
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "is not valid";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long", "short", "Short", "BigInteger" ->
                    "must be a whole number in range";
            case "double", "Double", "float", "Float", "BigDecimal" -> "must be a decimal number";
            case "boolean", "Boolean" -> "must be true or false";
            case "String" -> "must be text without U+0000 or lone surrogates";
            case "UUID" -> "must be a UUID";
            case "Instant" -> "must be an instant as in RFC 3339, in UTC";
            case "LocalDate" -> "must be a date as YYYY-MM-DD";
            case "LocalTime" -> "must be a time as HH:MM";
            default -> type.isRecord() ? "must be an object of this operation" : "is not valid";
        };
    }

    static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(Math.max(0, step.getIndex()));
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    private static String where(JsonProcessingException wrong) {
        JsonLocation at = wrong.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
