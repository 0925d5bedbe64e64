package io.guanxi.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.visit.coverage.CoverageExamples;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.lifecycle.VisitExamples;
import io.guanxi.visit.lifecycle.VisitStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Pins name and JSON of every stored event: what was written once must be read for ever. A missing
 * sample is written by {@code -Dguanxi.samples.write=true}; one that exists is never changed.
 */
class StoredSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @TestFactory
    Stream<DynamicTest> every_stored_event_is_written_and_read_as_its_sample_says() {
        return Stream.concat(
                VisitExamples.all().stream().map(event -> pinned(VisitStream.TYPES, event)),
                CoverageExamples.all().stream().map(event -> pinned(CoverageStream.TYPES, event)));
    }

    @Test
    void every_stored_name_has_an_example() {
        assertThat(names(VisitStream.TYPES, VisitExamples.all()))
                .containsExactlyInAnyOrderElementsOf(VisitStream.TYPES.names());
        assertThat(names(CoverageStream.TYPES, CoverageExamples.all()))
                .containsExactlyInAnyOrderElementsOf(CoverageStream.TYPES.names());
    }

    private static <E> List<String> names(EventTypes<E> types, List<E> events) {
        return events.stream().map(event -> types.typeOf(event).name()).toList();
    }

    private static <E> DynamicTest pinned(EventTypes<E> types, E event) {
        EventTypes.Type<E> type = types.typeOf(event);
        String name = type.name() + ".v" + type.version();
        return DynamicTest.dynamicTest(name, () -> hold(SAMPLES.resolve(name + ".json"), event));
    }

    private static void hold(Path sample, Object event) throws IOException {
        if (Boolean.getBoolean("guanxi.samples.write") && Files.notExists(sample)) {
            Files.createDirectories(sample.getParent());
            Files.writeString(
                    sample,
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
        }
        JsonNode pinned = Json.MAPPER.readTree(Files.readString(sample));
        assertThat(Json.MAPPER.<JsonNode>valueToTree(event)).isEqualTo(pinned);
        assertThat(Json.MAPPER.treeToValue(pinned, event.getClass())).isEqualTo(event);
    }
}
