package io.guanxi.visit.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one operation.
 *
 * @param version the visit's after it; null where nothing is known of the visit
 * @param late the report came more than a day after the visit
 * @param retryable whether the same may succeed later
 * @param retryAfter seconds to wait before
 */
@Schema(name = "VisitReceipt", description = "What became of one operation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        String operationId,
        Result result,
        UUID visitId,
        Integer version,
        boolean late,
        List<String> flags,
        List<Conflict> conflicts,
        boolean retryable,
        Long retryAfter,
        Trouble problem) {

    /** How it ended. */
    public enum Result {
        CREATED,
        APPLIED,
        DUPLICATE,
        CONFLICT,
        REJECTED
    }

    /** A field that somebody else changed since the device had seen the visit. */
    @Schema(name = "VisitConflict")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Conflict(String field, Object yours, Object theirs, String by, Instant at) {}

    /** Why it was rejected, as a problem answer would say it. */
    @Schema(name = "VisitTrouble")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Trouble(int status, String code, String detail, List<FieldError> errors) {}

    static Receipt rejected(
            String operationId, UUID visitId, Problem problem, Duration retryAfter) {
        return new Receipt(
                operationId,
                Result.REJECTED,
                visitId,
                null,
                false,
                List.of(),
                null,
                retryAfter != null,
                retryAfter == null ? null : retryAfter.toSeconds(),
                new Trouble(
                        problem.status(), problem.code(), problem.getMessage(), problem.errors()));
    }

    static Receipt duplicate(SyncOperation operation, int version) {
        return new Receipt(
                operation.operationId(),
                Result.DUPLICATE,
                operation.visitId(),
                version,
                false,
                List.of(),
                null,
                false,
                null,
                null);
    }

    static Receipt conflict(SyncOperation operation, int version, List<Conflict> conflicts) {
        return new Receipt(
                operation.operationId(),
                Result.CONFLICT,
                operation.visitId(),
                version,
                false,
                List.of(),
                conflicts,
                false,
                null,
                null);
    }
}
