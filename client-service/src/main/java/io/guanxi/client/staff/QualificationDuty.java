package io.guanxi.client.staff;

import java.time.Instant;

/**
 * PR-04: the duty to qualify again before the qualification ends.
 *
 * @param settingsVersion of the setting {@code qualification} that its times were reckoned with
 */
public record QualificationDuty(
        Instant openedAt, Instant warnAt, Instant dueAt, int settingsVersion) {}
