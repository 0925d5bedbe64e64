package io.guanxi.visit.agenda;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * VI-09: a client to call, and why.
 *
 * @param reasons the weightiest first
 * @param risk of leaving, 0 to 100; null where it is not known
 * @param lastContactAt null: never
 */
@Schema(name = "Call", description = "A client to call, and why")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Call(
        UUID clientId,
        String rmId,
        String tier,
        List<Reason> reasons,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal risk,
        Instant dueAt,
        Instant lastContactAt) {

    /** Why to call. */
    public enum Reason {
        CHURN_HIGH,
        OVERDUE,
        CHURN_MEDIUM,
        WARNED,
        LONG_UNCONTACTED
    }
}
