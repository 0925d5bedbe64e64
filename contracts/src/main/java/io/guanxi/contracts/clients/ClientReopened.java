package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import java.util.UUID;

/** A closed relationship was taken up again. Key: the client. */
@EventType(name = "client-reopened", description = "A closed relationship was taken up again.")
public record ClientReopened(UUID clientId, String reasonCode) {}
