package io.guanxi.visit.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.contracts.Ids;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing a phone wrote down.
 *
 * @param occurredAt when it was written, by the device's clock
 * @param baseVersion the version of the visit that the device had seen; null: none
 */
@Schema(name = "VisitOperation", description = "One thing a phone wrote down")
public record SyncOperation(
        @NotNull @Size(min = 1, max = 64) String operationId,
        @NotNull Type type,
        @NotNull UUID visitId,
        UUID clientId,
        @Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE) String rmId,
        @NotNull @Schema(description = "When it was written, by the device's clock")
                Instant occurredAt,
        @Positive @Schema(description = "The visit's version that the device had seen")
                Integer baseVersion,
        @Schema(
                        type = SchemaType.OBJECT,
                        description = "As it would be sent alone: VisitPlan, VisitLog, …")
                JsonNode body) {

    /** What it is about. */
    public enum Type {
        @JsonProperty("plan")
        PLAN,
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("confirm")
        CONFIRM,
        @JsonProperty("start")
        START,
        @JsonProperty("log")
        LOG,
        @JsonProperty("cancel")
        CANCEL,
        @JsonProperty("no-show")
        NO_SHOW
    }

    /** The same on every device, so that a repeat is known wherever it comes from. */
    UUID commandId() {
        return Ids.of("sync", visitId + ":" + operationId);
    }

    ObjectNode patch() {
        return body instanceof ObjectNode object
                ? object
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }
}
