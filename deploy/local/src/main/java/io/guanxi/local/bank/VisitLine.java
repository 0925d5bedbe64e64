package io.guanxi.local.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One operation of POST /visits/sync. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitLine(
        UUID operationId,
        String type,
        UUID visitId,
        UUID clientId,
        String rmId,
        Instant occurredAt,
        Map<String, Object> body) {}
