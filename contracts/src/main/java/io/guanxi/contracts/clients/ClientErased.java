package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import java.util.UUID;

/**
 * A client's personal data must be forgotten: each service destroys its key, purges its read models
 * and answers with {@link ClientErasureConfirmed}. Key: the client.
 */
@EventType(name = "client-erased", description = "A client's personal data must be forgotten.")
public record ClientErased(UUID clientId, String reasonCode) {}
