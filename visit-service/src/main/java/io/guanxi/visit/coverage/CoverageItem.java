package io.guanxi.visit.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A client that is owed contacts.
 *
 * @param openedAt of the earliest obligation, like the two after it
 */
@Schema(name = "CoverageItem", description = "A client that is owed contacts")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageItem(
        UUID clientId,
        String rmId,
        String unitId,
        String tier,
        List<String> flags,
        CoverageState state,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        Instant lastContactAt,
        UUID lastVisitId,
        String lastChannel) {}
