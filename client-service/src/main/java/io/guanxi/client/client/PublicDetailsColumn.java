package io.guanxi.client.client;

import io.guanxi.kit.eventsourcing.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;

/** Reads the jsonb column as the kit wrote it. */
@Converter
public class PublicDetailsColumn implements AttributeConverter<PublicDetails, String> {

    @Override
    public String convertToDatabaseColumn(PublicDetails details) {
        return details == null ? null : new String(Json.bytes(details), StandardCharsets.UTF_8);
    }

    @Override
    public PublicDetails convertToEntityAttribute(String json) {
        return json == null
                ? null
                : Json.read(json.getBytes(StandardCharsets.UTF_8), PublicDetails.class);
    }
}
