package io.guanxi.visit;

import io.guanxi.kit.testing.StoredSamples;
import io.guanxi.visit.coverage.CoverageExamples;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.lifecycle.VisitExamples;
import io.guanxi.visit.lifecycle.VisitStream;
import org.junit.jupiter.api.Test;

/** Pins name and JSON of every stored event: what was written once must be read for ever. */
class StoredSamplesTest {
    private static final StoredSamples SAMPLES = StoredSamples.ofThisModule();

    @Test
    void visits_are_stored_as_ever() {
        SAMPLES.pinAll(VisitStream.TYPES, VisitExamples.all());
    }

    @Test
    void coverage_is_stored_as_ever() {
        SAMPLES.pinAll(CoverageStream.TYPES, CoverageExamples.all());
    }
}
