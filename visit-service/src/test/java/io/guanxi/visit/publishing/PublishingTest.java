package io.guanxi.visit.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.coverage.CoverageExamples;
import io.guanxi.visit.lifecycle.VisitExamples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private static final UUID STREAM = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    private static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");

    @Test
    void every_event_goes_out_under_its_public_name() {
        assertThat(published().stream().map(PublicEvent::type))
                .containsExactly(
                        "io.guanxi.visit-planned.v1",
                        "io.guanxi.visit-changed.v1",
                        "io.guanxi.visit-reassigned.v1",
                        "io.guanxi.visit-cancelled.v1",
                        "io.guanxi.visit-started.v1",
                        "io.guanxi.visit-no-show.v1",
                        "io.guanxi.visit-logged.v1",
                        "io.guanxi.obligation-changed.v1",
                        "io.guanxi.obligation-judged.v1");
        assertThat(published()).allMatch(e -> e.topic().equals(Topics.VISITS));
    }

    @Test
    void nothing_that_was_said_goes_out() {
        for (PublicEvent event : published()) {
            assertThat(new String(Json.bytes(event.data()), StandardCharsets.UTF_8))
                    .doesNotContain("Wang", "offer", "hall", "door", "phone", "office", "31.2");
        }
    }

    private static List<PublicEvent> published() {
        List<PublicEvent> published = new ArrayList<>();
        VisitExamples.all()
                .forEach(e -> published.addAll(new VisitPublishing().publish(recorded(e))));
        CoverageExamples.all()
                .forEach(e -> published.addAll(new CoveragePublishing().publish(recorded(e))));
        return published;
    }

    private static <E> Recorded<E> recorded(E event) {
        return new Recorded<>(
                1, STREAM, 1, STREAM, STREAM, STREAM, AT, AT, "S-0001", null, "any", event);
    }
}
