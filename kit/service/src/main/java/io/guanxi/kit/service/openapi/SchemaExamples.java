package io.guanxi.kit.service.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Makes an example from a schema: what fits it, with values that look like the field's own. */
final class SchemaExamples {
    private static final int DEEPEST = 8;
    private static final String UUID = "019a0000-0000-7000-8000-000000000001";
    private static final Map<String, String> BY_NAME =
            Map.of(
                    "code", "visit.already-closed",
                    "currency", "CNY",
                    "amount", "1234.50",
                    "rmId", "S-0001",
                    "staffId", "S-0001",
                    "unitId", "U-001",
                    "name", "East branch",
                    "next", "eyJrIjpbIjEiXX0",
                    "reason", "asked for by the client");
    private static final List<String> CANDIDATES =
            List.of(
                    "S-0001", "CNY", "A1", "rm", "1234.50", "1", "2026-01", "09:00", "me",
                    "PENDING");
    private static final Map<String, String> BY_FORMAT =
            Map.of(
                    "uuid", UUID,
                    "date", "2026-01-05",
                    "date-time", "2026-01-05T08:00:00Z",
                    "uri", "https://bank.example/a");

    private final Components components;

    SchemaExamples(Components components) {
        this.components = components;
    }

    /** Empty where nothing is said of the form. */
    Optional<Object> of(Schema schema) {
        return Optional.ofNullable(value("", schema, 0));
    }

    private Object value(String name, Schema reference, int depth) {
        Schema schema = resolved(reference);
        if (schema == null || depth > DEEPEST) {
            return null;
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        Schema choice = choice(schema);
        return choice != null ? value(name, choice, depth + 1) : ofType(name, schema, depth);
    }

    private Object ofType(String name, Schema schema, int depth) {
        return switch (type(schema)) {
            case OBJECT -> object(schema, depth);
            case ARRAY -> array(name, schema, depth);
            case BOOLEAN -> true;
            case INTEGER -> number(schema).intValue();
            case NUMBER -> number(schema);
            case STRING -> text(name, schema);
            case NULL -> null;
        };
    }

    private Object object(Schema schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach(
                            (name, property) -> {
                                Object value = value(name, property, depth + 1);
                                if (value != null) {
                                    object.put(name, value);
                                }
                            });
        }
        return object;
    }

    private Object array(String name, Schema schema, int depth) {
        Object item = value(name, schema.getItems(), depth + 1);
        return item == null ? List.of() : List.of(item);
    }

    private static BigDecimal number(Schema schema) {
        return schema.getMinimum() == null ? BigDecimal.ONE : schema.getMinimum();
    }

    private static String text(String name, Schema schema) {
        if (schema.getFormat() != null && BY_FORMAT.containsKey(schema.getFormat())) {
            return BY_FORMAT.get(schema.getFormat());
        }
        String usual = BY_NAME.getOrDefault(name, "text");
        String pattern = schema.getPattern();
        String text =
                pattern == null || usual.matches(pattern)
                        ? usual
                        : CANDIDATES.stream()
                                .filter(candidate -> candidate.matches(pattern))
                                .findFirst()
                                .orElse(usual);
        return schema.getMaxLength() != null && text.length() > schema.getMaxLength()
                ? text.substring(0, schema.getMaxLength())
                : text;
    }

    private static Schema choice(Schema schema) {
        for (List<Schema> choices :
                java.util.Arrays.asList(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())) {
            if (choices != null && !choices.isEmpty()) {
                return choices.stream()
                        .filter(one -> type(one) != SchemaType.NULL || one.getRef() != null)
                        .findFirst()
                        .orElse(choices.getFirst());
            }
        }
        return null;
    }

    private static SchemaType type(Schema schema) {
        if (schema.getType() == null || schema.getType().isEmpty()) {
            return schema.getProperties() == null ? SchemaType.STRING : SchemaType.OBJECT;
        }
        return schema.getType().stream()
                .filter(type -> type != SchemaType.NULL)
                .findFirst()
                .orElse(SchemaType.NULL);
    }

    private Schema resolved(Schema schema) {
        Schema current = schema;
        for (int hops = 0; current != null && current.getRef() != null && hops < 10; hops++) {
            String name = current.getRef().substring(current.getRef().lastIndexOf('/') + 1);
            current = components.getSchemas() == null ? null : components.getSchemas().get(name);
        }
        return current;
    }
}
