package io.guanxi.visit.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit in a list: codes and numbers; its words are read one by one. */
@Schema(name = "VisitSummary", description = "A visit in a list, without its words")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitSummary(
        UUID id,
        UUID clientId,
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        String channel,
        List<UUID> contactIds,
        List<String> joint,
        String state,
        boolean adHoc,
        boolean confirmed,
        String reasonCode,
        Instant startedAt,
        Instant loggedAt,
        Integer durationMinutes,
        Integer distanceMetres,
        boolean late,
        List<String> flags,
        int version) {}
