package io.guanxi.kit.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The JSON of {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<FieldError> errors) {}
