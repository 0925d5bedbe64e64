package io.guanxi.kit.service.personal;

import io.guanxi.kit.service.runtime.Timers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * One instance of a service destroys a key; the others have it in memory for as long as this pauses
 * at most. While they cannot ask, they can read nothing from the database that it would open.
 */
@ApplicationScoped
class KeysDestroyedElsewhere {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    void start(@Observes StartupEvent started, Timers timers, SubjectKeys keys) {
        timers.every("destroyed-keys", PAUSE, keys::forgetDestroyed);
    }
}
