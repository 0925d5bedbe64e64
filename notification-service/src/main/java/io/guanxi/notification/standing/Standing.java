package io.guanxi.notification.standing;

import io.guanxi.notification.routing.Band;
import java.util.UUID;

/** A client's standing; one never scored counts as OTHER. */
public record Standing(UUID clientId, Band band, boolean highRisk) {
    static final Standing UNKNOWN = new Standing(null, Band.OTHER, false);

    /** CH-05: the loss of an A or B client is told to the supervisor in time. */
    public boolean valuableAtRisk() {
        return highRisk && band != Band.OTHER;
    }
}
