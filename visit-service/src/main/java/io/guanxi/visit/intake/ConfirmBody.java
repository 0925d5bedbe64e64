package io.guanxi.visit.intake;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The client agreed to time and place. */
@Schema(name = "VisitConfirmation", description = "The client agreed to time and place")
public record ConfirmBody(@Size(max = Codes.TEXT) String note) {}
