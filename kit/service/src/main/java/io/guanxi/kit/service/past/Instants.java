package io.guanxi.kit.service.past;

import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Rfc3339;
import java.time.Instant;

/** Reads the instants of a query. */
final class Instants {
    private Instants() {}

    /** Null where the parameter is absent. */
    static Instant of(String parameter, String text) {
        if (text == null) {
            return null;
        }
        return Rfc3339.instant(text)
                .orElseThrow(
                        () ->
                                Problem.badRequest(
                                        "parameter.invalid",
                                        "A parameter has no usable value.",
                                        FieldError.parameter(
                                                parameter, "must be an instant as in RFC 3339")));
    }
}
