package io.guanxi.visit.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A visit's line in lists and agendas: codes and numbers, none of its words. */
public record VisitRow(
        UUID visitId,
        UUID clientId,
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        String channel,
        List<String> joint,
        List<String> contactIds,
        String state,
        boolean adHoc,
        boolean planned,
        boolean confirmed,
        String reasonCode,
        Instant startedAt,
        Instant loggedAt,
        Integer durationMinutes,
        Integer distanceMetres,
        boolean late,
        List<String> flags,
        List<FollowUp> followUps,
        int version) {}
