package io.guanxi.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.Personal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSamplesTest {
    private sealed interface Event {
        record Moved(String to, int floor, @Personal String who) implements Event {}
    }

    private static final EventTypes<Event> TYPES =
            EventTypes.of(Event.class)
                    .type("moved", Event.Moved.class, List.of(StoredSamplesTest::addFloor))
                    .build();
    private static final Event MOVED = new Event.Moved("U-001", 3, "Li Wei");
    private static final String OLD = "{\"to\":\"U-001\",\"who\":\"Li Wei\"}";
    private static final String TODAY =
            "{\"data\":{\"to\":\"U-001\",\"floor\":3},\"personal\":{\"who\":\"Li Wei\"}}";

    @TempDir Path folder;

    @Test
    void all_versions_are_there_and_can_be_read() throws IOException {
        sample(1, OLD);
        sample(2, TODAY);
        assertThatCode(() -> samples().pinAll(TYPES, List.of(MOVED))).doesNotThrowAnyException();
    }

    @Test
    void a_version_without_a_sample_is_told() throws IOException {
        sample(2, TODAY);
        assertThatThrownBy(() -> samples().pin(TYPES, MOVED)).hasMessageContaining("moved.v1");
    }

    @Test
    void an_old_sample_that_cannot_be_read_is_told() throws IOException {
        sample(1, "{\"to\":{\"unit\":1}}");
        sample(2, TODAY);
        assertThatThrownBy(() -> samples().pin(TYPES, MOVED)).hasMessageContaining("moved.v1");
    }

    @Test
    void a_component_that_was_renamed_or_is_personal_no_more_is_told() throws IOException {
        sample(1, OLD);
        sample(2, TODAY.replace("floor", "storey"));
        assertThatThrownBy(() -> samples().pin(TYPES, MOVED)).hasMessageContaining("storey");
        sample(2, "{\"data\":{\"to\":\"U-001\",\"floor\":3,\"who\":\"Li Wei\"},\"personal\":{}}");
        assertThatThrownBy(() -> samples().pin(TYPES, MOVED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_type_without_an_example_is_told() {
        assertThatThrownBy(() -> samples().pinAll(TYPES, List.of())).hasMessageContaining("moved");
    }

    private static ObjectNode addFloor(ObjectNode version1) {
        return version1.put("floor", 0);
    }

    private StoredSamples samples() {
        return StoredSamples.in(folder);
    }

    private void sample(int version, String json) throws IOException {
        Files.writeString(folder.resolve("moved.v" + version + ".json"), json);
    }
}
