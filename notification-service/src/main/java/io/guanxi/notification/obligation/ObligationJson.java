package io.guanxi.notification.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** An obligation as the API shows it: ids and codes only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationJson(
        UUID id,
        String kind,
        String key,
        UUID clientId,
        String ownerId,
        JsonNode basis,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        String clock,
        ObligationStatus state,
        String elapsed,
        Instant metAt,
        Instant learnedAt,
        int settingsVersion) {}
