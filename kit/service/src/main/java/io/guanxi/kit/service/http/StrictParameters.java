package io.guanxi.kit.service.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Reads parameters: a bad one in the query is 400, a path that is no id is the 404 of an unknown
 * one (JAX-RS would answer 404 to both).
 */
@Provider
public class StrictParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reading> READINGS =
            Map.ofEntries(
                    Map.entry(int.class, new Reading(Integer::valueOf, "must be a whole number")),
                    Map.entry(
                            Integer.class, new Reading(Integer::valueOf, "must be a whole number")),
                    Map.entry(long.class, new Reading(Long::valueOf, "must be a whole number")),
                    Map.entry(Long.class, new Reading(Long::valueOf, "must be a whole number")),
                    Map.entry(
                            boolean.class,
                            new Reading(StrictParameters::bool, "must be true or false")),
                    Map.entry(
                            Boolean.class,
                            new Reading(StrictParameters::bool, "must be true or false")),
                    Map.entry(
                            java.util.UUID.class,
                            new Reading(t -> StrictUuid.of(t).orElseThrow(), "must be a UUID")),
                    Map.entry(
                            Instant.class,
                            new Reading(Instant::parse, "must be an instant as in RFC 3339")),
                    Map.entry(
                            LocalDate.class,
                            new Reading(LocalDate::parse, "must be a date as YYYY-MM-DD")),
                    Map.entry(
                            BigDecimal.class,
                            new Reading(StrictParameters::decimal, "must be a decimal number")));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] given) {
        Reading reading = type.isEnum() ? enumeration(type) : READINGS.get(type);
        if (reading == null) {
            return null;
        }
        return (ParamConverter<T>) new Converter(reading, place(given));
    }

    private static Reading enumeration(Class<?> type) {
        return new Reading(
                text ->
                        Arrays.stream(type.getEnumConstants())
                                .filter(c -> ((Enum<?>) c).name().equals(text))
                                .findFirst()
                                .orElseThrow(),
                "must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object decimal(String text) {
        if (!text.matches("-?[0-9]{1,20}(\\.[0-9]{1,10})?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    private static Place place(Annotation... given) {
        for (Annotation annotation : given == null ? new Annotation[0] : given) {
            switch (annotation) {
                case PathParam path -> {
                    return new Place(true, path.value());
                }
                case QueryParam query -> {
                    return new Place(false, query.value());
                }
                case RestQuery query -> {
                    return new Place(false, query.value());
                }
                default -> {}
            }
        }
        return new Place(false, "");
    }

    private record Reading(Function<String, Object> read, String expected) {}

    private record Place(boolean path, String name) {}

    private record Converter(Reading reading, Place place) implements ParamConverter<Object> {

        @Override
        public Object fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return reading.read().apply(text);
            } catch (RuntimeException e) {
                if (place.path()) {
                    throw new UnknownPath(place.name());
                }
                throw new BadParameter(
                        Problem.badRequest(
                                "parameter.invalid",
                                "A parameter has no usable value.",
                                FieldError.parameter(place.name(), reading.expected())));
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
