package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody opened a client's personal data outside their book, for a while, with a reason. Key: the
 * client.
 *
 * @param rmId staff code of the client's owner
 * @param byId staff code of who looks
 * @param reasonCode code of the reason; its text is not published
 * @param until the first instant at which they are shut again
 */
@EventType(
        name = "break-glass-opened",
        description = "Somebody opened a client's personal data outside their book.")
public record BreakGlassOpened(
        UUID clientId,
        @MayBeAbsent String rmId,
        String byId,
        String reasonCode,
        Instant at,
        @MayBeAbsent Instant until) {}
