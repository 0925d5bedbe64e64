package io.guanxi.visit.coverage;

import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules in force, as commands carry them. */
@ApplicationScoped
public class Rules {
    static final String SETTING = "cadences";

    private final Settings settings;
    private final BusinessClock clock;

    Rules(Settings settings, BusinessClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a client counts as until it is ranked. */
    String firstTier() {
        return settings.get(SETTING, Cadences.class).firstTier();
    }

    public Reckoning now() {
        return new Reckoning(
                settings.history(SETTING, Cadences.class).stream()
                        .map(v -> new Ruling(v.version(), v.since(), v.document()))
                        .toList(),
                clock.zone());
    }
}
