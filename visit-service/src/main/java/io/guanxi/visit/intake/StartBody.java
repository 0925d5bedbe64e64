package io.guanxi.visit.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit began. */
@Schema(name = "VisitStart", description = "A visit began")
public record StartBody(
        @Schema(description = "For a visit that nobody planned") UUID clientId,
        @Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE) String rmId,
        @Schema(description = "When it began; now where left out") Instant occurredAt,
        @Valid LocationBody location)
        implements ReportBody {}
