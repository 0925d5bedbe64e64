package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * An assignment was refused because the manager's portfolio is full (PR-02). Key: the client.
 *
 * @param rmId staff code of the manager whose portfolio is full
 * @param byId who asked: a staff code or {@code svc:<name>}
 * @param reasonCode the refusal's code, for example {@code portfolio.full}
 */
@EventType(
        name = "assignment-refused-full",
        description = "An assignment was refused because the portfolio is full.")
public record AssignmentRefusedFull(
        UUID clientId, @MayBeAbsent String rmId, String byId, String reasonCode, Instant at) {}
