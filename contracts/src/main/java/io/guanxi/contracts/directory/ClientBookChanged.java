package io.guanxi.contracts.directory;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * Who looks after a client from an instant on. Key: the client.
 *
 * @param rmId staff code of the owner; absent: nobody owns the client, and the supervisor of {@code
 *     unitId} sees it
 * @param previousRmId staff code of the owner before
 * @param unitId code; an owned client belongs to its owner's unit
 * @param since when it began; may lie in the past for an import
 * @param reason code, for example {@code ASSIGNED}, {@code HANDED_OVER}, {@code IMPORTED}
 */
@EventType(name = "client-book-changed", description = "Who looks after a client from now on.")
public record ClientBookChanged(
        UUID clientId,
        @MayBeAbsent String rmId,
        @MayBeAbsent String previousRmId,
        String unitId,
        Instant since,
        String reason) {}
