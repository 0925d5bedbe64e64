package io.guanxi.kit.service.openapi;

import io.guanxi.kit.service.http.Answers;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that any write takes, and those that answers carry. */
final class CommonHeaders {
    private CommonHeaders() {}

    static void addTo(HttpMethod method, Operation operation) {
        if (method != HttpMethod.GET) {
            request(
                    operation,
                    "Idempotency-Key",
                    "Makes it safe to repeat: the same key and body get the first answer",
                    "b4c1f0a2-visit");
            request(
                    operation,
                    "If-Match",
                    "The ETag last seen; another version answers 412",
                    "\"3\"");
        }
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created != null) {
            created.addHeader("Location", header("Where the new thing is"));
            created.addHeader("ETag", header("Its version"));
            created.addHeader(Answers.REPLAYED, header("true: the first answer again"));
        }
    }

    private static void request(
            Operation operation, String name, String description, String example) {
        List<Parameter> known =
                operation.getParameters() == null ? List.of() : operation.getParameters();
        if (known.stream().noneMatch(p -> name.equalsIgnoreCase(p.getName()))) {
            operation.addParameter(
                    OASFactory.createParameter()
                            .name(name)
                            .in(Parameter.In.HEADER)
                            .required(false)
                            .description(description)
                            .example(example)
                            .schema(text()));
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
