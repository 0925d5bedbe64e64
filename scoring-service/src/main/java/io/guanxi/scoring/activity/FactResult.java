package io.guanxi.scoring.activity;

import io.guanxi.kit.service.http.FieldError;
import java.util.List;

/**
 * What became of one line.
 *
 * @param line its number in the body, from 1
 * @param id the fact's id; null if it could not be read
 * @param code why not, as a problem answer would say
 */
public record FactResult(
        int line, Outcome result, String id, String code, String detail, List<FieldError> errors) {

    public FactResult {
        errors = List.copyOf(errors);
    }

    static FactResult duplicate(int line, String id) {
        return new FactResult(line, Outcome.DUPLICATE, id, null, null, List.of());
    }

    static FactResult rejected(int line, String id, Rejection why) {
        return new FactResult(
                line,
                Outcome.REJECTED,
                id,
                why.code(),
                why.detail(),
                List.of(new FieldError(why.pointer(), why.detail())));
    }

    /** The same by its number in the whole body. */
    FactResult at(int number) {
        return new FactResult(number, result, id, code, detail, errors);
    }

    /** What became of a fact. */
    public enum Outcome {
        /** Taken, and it counts. */
        ACCEPTED,
        /** Known already with the same content. */
        DUPLICATE,
        /** It waits until its client is known. */
        UNRESOLVED,
        REJECTED
    }
}
