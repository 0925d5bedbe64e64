package io.guanxi.local.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One line of POST /clients/imports. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientLine(
        UUID id,
        String kind,
        String name,
        String segment,
        String unitId,
        List<String> flags,
        List<ExternalId> externalIds,
        String source,
        Map<String, Object> profile,
        String rmId,
        Instant rmSince) {

    public record ExternalId(String system, String value) {}
}
