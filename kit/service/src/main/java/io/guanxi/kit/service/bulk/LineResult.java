package io.guanxi.kit.service.bulk;

import io.guanxi.kit.service.http.FieldError;
import java.util.List;

/**
 * What became of a line, by its number in the body, from 1.
 *
 * @param id of the thing; null where none was made out
 * @param code why not, as a problem answer would say
 */
public record LineResult(
        int line, Outcome result, String id, String code, String detail, List<FieldError> errors) {

    /** How a line ended. */
    public enum Outcome {
        /** It made something new. */
        CREATED,
        /** Its id was there before, and nothing was changed. */
        EXISTING,
        /** A rule refused it. */
        REFUSED,
        /** It could not be read. */
        INVALID;

        boolean failed() {
            return this == REFUSED || this == INVALID;
        }
    }

    public LineResult {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public static LineResult created(int line, String id) {
        return new LineResult(line, Outcome.CREATED, id, null, null, List.of());
    }

    public static LineResult existing(int line, String id) {
        return new LineResult(line, Outcome.EXISTING, id, null, null, List.of());
    }

    public static LineResult refused(int line, String id, String code, String detail) {
        return new LineResult(line, Outcome.REFUSED, id, code, detail, List.of());
    }

    public static LineResult invalid(
            int line, String code, String detail, List<FieldError> errors) {
        return new LineResult(line, Outcome.INVALID, null, code, detail, errors);
    }
}
