package io.guanxi.client.standing;

import java.time.Duration;

/**
 * The setting {@code qualification}.
 *
 * @param validYears PR-04
 * @param warnDays how long before the end of a qualification or licence the manager is warned
 *     (ours)
 */
public record QualificationRules(int validYears, int warnDays, int commitmentYears) {
    static final String NAME = "qualification";

    Duration lead() {
        return Duration.ofDays(warnDays);
    }
}
