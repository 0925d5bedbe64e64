package io.guanxi.kit.service.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A UUID in its 36 characters: Java's own parser takes {@code 1-1-1-1-1}, Jackson's Base64. */
final class StrictUuid extends StdScalarDeserializer<UUID> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    StrictUuid() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        Optional<UUID> uuid = of(parser.getText());
        return uuid.isPresent()
                ? uuid.get()
                : (UUID) context.handleWeirdStringValue(UUID.class, "", "no UUID");
    }

    static Optional<UUID> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
