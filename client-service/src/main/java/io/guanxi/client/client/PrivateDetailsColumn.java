package io.guanxi.client.client;

import io.guanxi.kit.eventsourcing.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;

/** Reads the jsonb column as the kit wrote it. */
@Converter
public class PrivateDetailsColumn implements AttributeConverter<PrivateDetails, String> {

    @Override
    public String convertToDatabaseColumn(PrivateDetails details) {
        return details == null ? null : new String(Json.bytes(details), StandardCharsets.UTF_8);
    }

    @Override
    public PrivateDetails convertToEntityAttribute(String json) {
        return json == null
                ? null
                : Json.read(json.getBytes(StandardCharsets.UTF_8), PrivateDetails.class);
    }
}
