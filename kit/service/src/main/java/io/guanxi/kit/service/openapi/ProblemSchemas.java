package io.guanxi.kit.service.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The form of a problem. */
final class ProblemSchemas {
    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    private ProblemSchemas() {}

    static void addTo(Components components) {
        components.addSchema(PROBLEM, form()).addSchema(FIELD_ERROR, field());
    }

    /** A reference to it. */
    static Schema problem() {
        return reference(PROBLEM);
    }

    private static Schema form() {
        return object("RFC 9457, with a stable code")
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code")
                .addRequired("traceId")
                .addProperty("type", text("URI of the kind of problem"))
                .addProperty("title", text("The status in words"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What happened, for a person"))
                .addProperty("instance", text("The path that was asked"))
                .addProperty("code", text("Stable, for programs: thing.fact-in-the-way"))
                .addProperty("traceId", text("What to quote when asking about it"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(reference(FIELD_ERROR)));
    }

    private static Schema field() {
        return object("What is wrong with one place of the request")
                .addProperty("pointer", text("JSON Pointer into the body, or ?parameter"))
                .addProperty("message", text("What is wrong there"));
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
