package io.guanxi.kit.service.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** An instant or a date as text: Jackson's own would take a number of seconds, or an array. */
final class StrictTime<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Class<T> type;
    private final transient Function<String, Optional<T>> reader;

    private StrictTime(Class<T> type, Function<String, Optional<T>> reader) {
        super(type);
        this.type = type;
        this.reader = reader;
    }

    static StrictTime<Instant> instant() {
        return new StrictTime<>(Instant.class, Rfc3339::instant);
    }

    static StrictTime<LocalDate> date() {
        return new StrictTime<>(LocalDate.class, Rfc3339::date);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        Optional<T> value = reader.apply(parser.getText());
        return value.isPresent()
                ? value.get()
                : type.cast(context.handleWeirdStringValue(type, "", "not in RFC 3339"));
    }
}
