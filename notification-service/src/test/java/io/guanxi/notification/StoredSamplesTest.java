package io.guanxi.notification;

import io.guanxi.kit.testing.StoredSamples;
import io.guanxi.notification.alert.AlertExamples;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.standing.StandingExamples;
import io.guanxi.notification.standing.StandingStream;
import org.junit.jupiter.api.Test;

/** Pins name and JSON of every stored event: what was written once must be read for ever. */
class StoredSamplesTest {
    private static final StoredSamples SAMPLES = StoredSamples.ofThisModule();

    @Test
    void alerts_are_stored_as_ever() {
        SAMPLES.pinAll(AlertStream.TYPES, AlertExamples.all());
    }

    @Test
    void standings_are_stored_as_ever() {
        SAMPLES.pinAll(StandingStream.TYPES, StandingExamples.all());
    }
}
