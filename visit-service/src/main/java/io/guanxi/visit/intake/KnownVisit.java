package io.guanxi.visit.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What must be known of a visit before anybody may report about it.
 *
 * @param joint the joint visitors as planned
 * @param startedAt null: no start is recorded
 */
record KnownVisit(
        UUID visitId,
        UUID clientId,
        String rmId,
        List<String> joint,
        Instant startedAt,
        int version) {}
