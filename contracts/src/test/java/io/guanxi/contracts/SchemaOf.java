package io.guanxi.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.contracts.activity.ClientRef;
import io.guanxi.contracts.clients.ExternalId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The JSON Schema (2020-12) of a contract record, read from its components. */
final class SchemaOf {
    private SchemaOf() {}

    static ObjectNode event(Class<?> contract) {
        EventType type = Contract.eventType(contract);
        String name = type.name() + ".v" + type.version();
        return document(name, Contract.ceType(contract), type.description(), contract);
    }

    static ObjectNode document(String name, String title, String description, Class<?> record) {
        ObjectNode schema = PublicJson.MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:guanxi:schema:" + name);
        schema.put("title", title);
        schema.put("description", description);
        schema.setAll(object(record));
        return schema;
    }

    private static ObjectNode object(Class<?> record) {
        ObjectNode schema = typed("object");
        ObjectNode properties = PublicJson.MAPPER.createObjectNode();
        ArrayNode required = PublicJson.MAPPER.createArrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!component.isAnnotationPresent(MayBeAbsent.class)) {
                required.add(component.getName());
            }
        }
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private static ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            ObjectNode schema = typed("string");
            ArrayNode values = schema.putArray("enum");
            for (Object constant : plain.getEnumConstants()) {
                values.add(((Enum<?>) constant).name());
            }
            return schema;
        }
        return plain.isRecord() ? object(plain) : simple(plain);
    }

    private static ObjectNode container(ParameterizedType generic) {
        if (generic.getRawType() == List.class) {
            return typed("array").set("items", of(generic.getActualTypeArguments()[0]));
        }
        if (generic.getRawType() == Map.class) {
            return typed("object")
                    .set("additionalProperties", of(generic.getActualTypeArguments()[1]));
        }
        throw new IllegalArgumentException("No JSON Schema is known for " + generic);
    }

    private static ObjectNode simple(Class<?> type) {
        if (type == ClientRef.class) {
            ObjectNode schema = PublicJson.MAPPER.createObjectNode();
            schema.putArray("oneOf").add(of(UUID.class)).add(object(ExternalId.class));
            return schema;
        }
        return switch (type.getSimpleName()) {
            case "String" -> typed("string");
            case "boolean" -> typed("boolean");
            case "int", "Integer", "long", "Long" -> typed("integer");
            default -> formatted(type);
        };
    }

    private static ObjectNode formatted(Class<?> type) {
        if (type == UUID.class) {
            return typed("string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return typed("string").put("format", "date");
        }
        if (type == Duration.class) {
            return typed("string").put("format", "duration");
        }
        if (type == BigDecimal.class) {
            return typed("string").put("pattern", "^-?\\d+(\\.\\d+)?$");
        }
        if (type == JsonNode.class) {
            return typed("object");
        }
        throw new IllegalArgumentException("No JSON Schema is known for " + type);
    }

    private static ObjectNode typed(String type) {
        return PublicJson.MAPPER.createObjectNode().put("type", type);
    }
}
