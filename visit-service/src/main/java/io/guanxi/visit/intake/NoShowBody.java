package io.guanxi.visit.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The client was not there. */
@Schema(name = "VisitNoShow", description = "The client was not there")
public record NoShowBody(
        @Schema(description = "For a visit that nobody planned") UUID clientId,
        @Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE) String rmId,
        @Schema(description = "When; now where left out") Instant occurredAt,
        @Valid LocationBody location,
        @Size(max = Codes.TEXT) String note)
        implements ReportBody {}
