package io.guanxi.visit.intake;

import io.guanxi.visit.lifecycle.VisitState;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which visit it is and how it stands: all that is told to who may report but not read. */
@Schema(name = "VisitReference", description = "A visit of a client outside the caller's book now")
public record VisitReference(UUID id, VisitState state) {}
