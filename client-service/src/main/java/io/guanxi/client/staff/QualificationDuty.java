package io.guanxi.client.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * PR-04: the duty to qualify again before the qualification ends.
 *
 * @param settingsVersion of the setting {@code qualification} that its times were reckoned with
 */
public record QualificationDuty(
        Instant openedAt, Instant warnAt, Instant dueAt, int settingsVersion) {

    /** Warned so long before its end, but not before it begins. */
    public static QualificationDuty of(
            Instant openedAt, Instant dueAt, Duration lead, int settingsVersion) {
        Instant warnAt = dueAt.minus(lead);
        return new QualificationDuty(
                openedAt, warnAt.isBefore(openedAt) ? openedAt : warnAt, dueAt, settingsVersion);
    }

    QualificationDuty warned(Duration lead, int version) {
        return of(openedAt, dueAt, lead, version);
    }
}
