package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import java.util.UUID;

/**
 * A client record was found to be the same client as another and now points to it. Key: the client
 * that was merged away.
 *
 * @param into the client that remains
 * @param reasonCode code
 */
@EventType(name = "client-merged", description = "A client was merged into another.")
public record ClientMerged(UUID clientId, UUID into, String reasonCode) {}
