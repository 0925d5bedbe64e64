package io.guanxi.notification.standing;

import io.guanxi.notification.routing.Band;
import java.util.UUID;

/** What is recorded about a client's standing. Stored for ever: add, never rename. */
public sealed interface StandingEvent {

    /** The band or the risk crossed a line that alerts care about. */
    record StandingChanged(UUID clientId, Band band, boolean highRisk) implements StandingEvent {}
}
