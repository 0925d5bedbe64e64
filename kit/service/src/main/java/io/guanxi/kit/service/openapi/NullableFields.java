package io.guanxi.kit.service.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says that a field which need not be there may be null: answers write absent ones as null. */
final class NullableFields {
    private NullableFields() {}

    static void mark(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().values().forEach(NullableFields::mark);
        }
    }

    private static void mark(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        for (Map.Entry<String, Schema> property : Map.copyOf(schema.getProperties()).entrySet()) {
            if (!required.contains(property.getKey())) {
                schema.addProperty(property.getKey(), nullable(property.getValue()));
            }
        }
    }

    private static Schema nullable(Schema field) {
        if (field.getRef() != null || field.getEnumeration() != null) {
            return OASFactory.createSchema()
                    .anyOf(
                            new ArrayList<>(
                                    List.of(
                                            field,
                                            OASFactory.createSchema().addType(SchemaType.NULL))));
        }
        if (field.getType() != null && !field.getType().contains(SchemaType.NULL)) {
            field.addType(SchemaType.NULL);
        }
        return field;
    }
}
