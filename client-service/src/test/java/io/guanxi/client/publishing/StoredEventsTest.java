package io.guanxi.client.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.client.absence.AbsenceStream;
import io.guanxi.client.calendar.CalendarStream;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.handover.HandoverStream;
import io.guanxi.client.portfolio.PortfolioStream;
import io.guanxi.client.privacy.ErasureStream;
import io.guanxi.client.setting.SettingStream;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.client.unit.UnitStream;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Personal;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pins the stored names and the JSON of every stored event: an old sample must be readable for
 * ever. What a version of today writes is left in {@code target/samples}.
 */
class StoredEventsTest {

    @Test
    void units_are_stored_as_ever() throws IOException {
        pinned(UnitStream.TYPES, Examples.UNITS);
    }

    @Test
    void staff_are_stored_as_ever() throws IOException {
        pinned(StaffStream.TYPES, Examples.STAFF_EVENTS);
    }

    @Test
    void clients_are_stored_as_ever() throws IOException {
        pinned(ClientStream.TYPES, Examples.CLIENTS);
    }

    @Test
    void books_are_stored_as_ever() throws IOException {
        pinned(PortfolioStream.TYPES, Examples.PORTFOLIOS);
    }

    @Test
    void absences_are_stored_as_ever() throws IOException {
        pinned(AbsenceStream.TYPES, Examples.ABSENCES);
    }

    @Test
    void handovers_are_stored_as_ever() throws IOException {
        pinned(HandoverStream.TYPES, Examples.HANDOVERS);
    }

    @Test
    void erasures_are_stored_as_ever() throws IOException {
        pinned(ErasureStream.TYPES, Examples.ERASURES);
    }

    @Test
    void settings_and_calendars_are_stored_as_ever() throws IOException {
        pinned(SettingStream.TYPES, Examples.SETTINGS);
        pinned(CalendarStream.TYPES, Examples.CALENDARS);
    }

    private static <E> void pinned(EventTypes<E> types, Map<String, ? extends E> examples)
            throws IOException {
        assertThat(types.names()).isEqualTo(examples.keySet());
        for (E event : examples.values()) {
            EventTypes.Type<E> type = types.typeOf(event);
            keep(file(type), stored(event));
        }
        for (Map.Entry<String, ? extends E> example : examples.entrySet()) {
            EventTypes.Type<E> type = types.typeOf(example.getValue());
            assertThat(type.name()).isEqualTo(example.getKey());
            JsonNode written = stored(example.getValue());
            String file = file(type);
            JsonNode sample = sample(file);
            assertThat(written).as(file).isEqualTo(sample);
            assertThat(read(sample, type)).as(file).isEqualTo(example.getValue());
        }
    }

    private static String file(EventTypes.Type<?> type) {
        return type.name() + ".v" + type.version() + ".json";
    }

    /** As the kit stores it: the personal components apart, for they are encrypted. */
    private static JsonNode stored(Object event) throws IOException {
        ObjectNode data = (ObjectNode) Json.MAPPER.readTree(Json.bytes(event));
        ObjectNode personal = data.objectNode();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(Personal.class)) {
                personal.set(component.getName(), data.remove(component.getName()));
            }
        }
        ObjectNode stored = data.objectNode();
        stored.set("data", data);
        stored.set("personal", personal);
        return stored;
    }

    private static <E> E read(JsonNode sample, EventTypes.Type<E> type) throws IOException {
        ObjectNode whole = sample.get("data").deepCopy();
        whole.setAll((ObjectNode) sample.get("personal"));
        return Json.MAPPER.treeToValue(whole, type.recordClass());
    }

    private static JsonNode sample(String file) throws IOException {
        try (InputStream in = StoredEventsTest.class.getResourceAsStream("/samples/" + file)) {
            assertThat(in).as("samples/" + file).isNotNull();
            return Json.MAPPER.readTree(in);
        }
    }

    private static void keep(String file, JsonNode written) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "samples"));
        Files.writeString(folder.resolve(file), written.toPrettyString() + "\n");
    }
}
