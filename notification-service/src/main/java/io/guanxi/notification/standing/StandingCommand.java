package io.guanxi.notification.standing;

import io.guanxi.notification.routing.Band;
import java.util.UUID;

/** What others published about a client's worth and risk. */
public sealed interface StandingCommand {

    record LearnBand(UUID clientId, Band band) implements StandingCommand {}

    record LearnRisk(UUID clientId, boolean high) implements StandingCommand {}
}
