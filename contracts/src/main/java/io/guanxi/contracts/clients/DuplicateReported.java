package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody tried to register a client that exists outside their book. Key: the existing client.
 *
 * @param rmId staff code of the existing client's owner
 * @param byId who tried: a staff code or {@code svc:<name>}
 * @param reasonCode code of what coincided, for example {@code IDENTIFIER}
 */
@EventType(
        name = "duplicate-reported",
        description = "Somebody tried to register a client that already exists.")
public record DuplicateReported(
        UUID clientId, @MayBeAbsent String rmId, String byId, String reasonCode, Instant at) {}
