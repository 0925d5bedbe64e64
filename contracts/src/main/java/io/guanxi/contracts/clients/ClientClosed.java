package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import java.util.UUID;

/** The relationship ended. Key: the client. */
@EventType(name = "client-closed", description = "The relationship with a client ended.")
public record ClientClosed(UUID clientId, String reasonCode) {}
