package io.guanxi.visit.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit will not take place. */
@Schema(name = "VisitCancellation", description = "A visit will not take place")
public record CancelBody(
        @NotNull @Pattern(regexp = Codes.CODE, message = Codes.CODE_MESSAGE) String reasonCode,
        @Size(max = Codes.TEXT) String note) {}
