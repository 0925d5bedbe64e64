package io.guanxi.client.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * PR-04, PR-18: the duty to renew a qualification or a licence before it ends.
 *
 * @param settingsVersion of the setting {@code qualification} that its times were reckoned with
 */
public record RenewalDuty(Instant openedAt, Instant warnAt, Instant dueAt, int settingsVersion) {

    /** Warned so long before its end, but not before it begins. */
    public static RenewalDuty of(
            Instant openedAt, Instant dueAt, Duration lead, int settingsVersion) {
        Instant warnAt = dueAt.minus(lead);
        return new RenewalDuty(
                openedAt, warnAt.isBefore(openedAt) ? openedAt : warnAt, dueAt, settingsVersion);
    }

    RenewalDuty warned(Duration lead, int version) {
        return of(openedAt, dueAt, lead, version);
    }
}
