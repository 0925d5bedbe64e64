package io.guanxi.notification.alert;

import static io.guanxi.notification.alert.AlertExamples.ID;
import static io.guanxi.notification.alert.AlertExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.PublicEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertPublishingTest {
    private final AlertPublishing publishing = new AlertPublishing();

    @Test
    void every_stored_event_has_its_public_face_on_the_topic_of_alerts() {
        for (AlertEvent event : AlertExamples.ALL) {
            List<PublicEvent> faces = publishing.publish(AlertViewTest.recorded(1, event));
            assertThat(faces).hasSize(1);
            assertThat(faces.getFirst().topic()).isEqualTo(Topics.ALERTS);
            String name = AlertStream.TYPES.typeOf(event).name();
            assertThat(faces.getFirst().type()).isEqualTo("io.guanxi." + name + ".v1");
        }
    }

    @Test
    void a_step_of_the_ladder_that_tells_nobody_new_is_not_published() {
        AlertEvent passed = new AlertEvent.AlertEscalated(1, List.of());
        assertThat(publishing.publish(AlertViewTest.recorded(2, passed))).isEmpty();
    }

    @Test
    void the_instant_is_when_it_happened() {
        AlertEvent event = new AlertEvent.AlertAcknowledged("S-0001");
        Object data = publishing.publish(AlertViewTest.recorded(2, event)).getFirst().data();
        assertThat(data)
                .isEqualTo(new io.guanxi.contracts.alerts.AlertAcknowledged(ID, "S-0001", NOW));
    }
}
