package io.guanxi.kit.service.personal;

import io.guanxi.kit.service.runtime.Timers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Wraps all keys under the newest master key, at the start and then every hour: an instance that
 * still has the old one may have made some meanwhile. When it reports nothing any more, the old
 * master key can be taken from {@code GUANXI_MASTER_KEYS_BEFORE} but for the first, on which the
 * fingerprints of identifiers hang.
 */
@ApplicationScoped
class MasterKeyRotation {
    private static final Logger LOG = Logger.getLogger(MasterKeyRotation.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final SubjectKeys keys;

    MasterKeyRotation(SubjectKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every("master-key", PAUSE, this::rewrap);
    }

    private void rewrap() {
        int rewrapped = keys.rewrap();
        if (rewrapped > 0) {
            LOG.infof("Wrapped %d keys under the newest master key", rewrapped);
        }
    }
}
