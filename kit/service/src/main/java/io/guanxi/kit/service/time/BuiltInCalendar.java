package io.guanxi.kit.service.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The calendars that come with the service: each exceptional day, and whether it is worked. */
final class BuiltInCalendar {
    private BuiltInCalendar() {}

    static Optional<Map<LocalDate, Boolean>> china(int year) {
        String resource = "/calendars/cn/" + year + ".json";
        try (InputStream in = BuiltInCalendar.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Map<LocalDate, Boolean> days = new HashMap<>();
            for (JsonNode day : Json.MAPPER.readTree(in).get("days")) {
                days.put(
                        LocalDate.parse(day.get("date").textValue()),
                        !day.get("isOffDay").booleanValue());
            }
            return Optional.of(Map.copyOf(days));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
