package io.guanxi.notification.standing;

import io.guanxi.notification.routing.Band;
import java.util.List;
import java.util.UUID;

/** One of every stored event. */
public final class StandingExamples {
    private StandingExamples() {}

    public static List<StandingEvent> all() {
        return List.of(
                new StandingEvent.StandingChanged(
                        UUID.fromString("0197a3c2-0000-7000-8000-000000000001"), Band.A, true));
    }
}
