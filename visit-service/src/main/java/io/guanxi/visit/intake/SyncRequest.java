package io.guanxi.visit.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a phone wrote down while it was offline. */
@Schema(name = "VisitSync", description = "What a phone wrote down while it was offline")
public record SyncRequest(
        @NotNull @Size(min = 1, max = 100) String deviceId,
        @NotNull @Schema(description = "What the device's clock said when it sent this")
                Instant deviceTime,
        @NotNull
                @Size(min = 1, max = SyncRequest.MOST)
                @Schema(type = SchemaType.ARRAY, implementation = SyncOperation.class)
                List<JsonNode> operations) {
    static final int MOST = 1000;
}
