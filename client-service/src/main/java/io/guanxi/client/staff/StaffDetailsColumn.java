package io.guanxi.client.staff;

import io.guanxi.kit.eventsourcing.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;

/** Reads the jsonb column as the kit wrote it. */
@Converter
public class StaffDetailsColumn implements AttributeConverter<StaffDetails, String> {

    @Override
    public String convertToDatabaseColumn(StaffDetails details) {
        return details == null ? null : new String(Json.bytes(details), StandardCharsets.UTF_8);
    }

    @Override
    public StaffDetails convertToEntityAttribute(String json) {
        return json == null
                ? null
                : Json.read(json.getBytes(StandardCharsets.UTF_8), StaffDetails.class);
    }
}
