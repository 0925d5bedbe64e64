package io.guanxi.kit.service.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into each service's OpenAPI document what every operation has in common. */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public class ConductInOpenApi implements OASFilter {
    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem()).addSchema("FieldError", fieldError());
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach(ConductInOpenApi::describe);
        }
    }

    private static void describe(String path, PathItem item) {
        item.getOperations()
                .forEach(
                        (method, operation) -> {
                            parameters(method, operation);
                            answers(path, method, operation)
                                    .forEach((status, codes) -> answer(operation, status, codes));
                            success(method, operation);
                        });
    }

    private static void parameters(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST) {
            header(
                    operation,
                    "Idempotency-Key",
                    "Makes the request safe to repeat: the same key and body get the first answer",
                    "b4c1f0a2-visit");
        }
        if (method != PathItem.HttpMethod.GET) {
            header(
                    operation,
                    "If-Match",
                    "The ETag last seen; another version answers 412",
                    "\"3\"");
        }
    }

    private static void header(
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

    private static Map<String, List<String>> answers(
            String path, PathItem.HttpMethod method, Operation operation) {
        Map<String, List<String>> answers = new TreeMap<>();
        answers.put("400", codes("parameter.invalid", "parameter.unknown"));
        answers.put("401", codes("token.invalid"));
        answers.put("403", codes("role.too-small"));
        answers.put("404", codes(path.contains("{") ? "thing.unknown" : "path.unknown"));
        answers.put("405", codes("method.not-allowed"));
        answers.put("406", codes("type.not-acceptable"));
        answers.put("429", codes("rate.exceeded"));
        answers.put("500", codes("internal"));
        answers.put("503", codes("busy", "store.unavailable"));
        if (method != PathItem.HttpMethod.GET) {
            answers.put("409", codes("the code of the rule", "conflict.retry"));
            answers.put("412", codes("version.stale"));
            answers.put("422", codes("idempotency.mismatch"));
        }
        if (operation.getRequestBody() != null) {
            answers.get("400")
                    .addAll(
                            List.of(
                                    "json.malformed",
                                    "field.invalid",
                                    "field.unknown",
                                    "body.missing"));
            answers.put("413", codes("body.too-large"));
            answers.put("415", codes("type.unsupported"));
        }
        return answers;
    }

    private static List<String> codes(String... codes) {
        return new ArrayList<>(List.of(codes));
    }

    private static void answer(Operation operation, String status, List<String> codes) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known != null && known.getContent() != null) {
            return;
        }
        APIResponse answer = known == null ? OASFactory.createAPIResponse() : known;
        if (answer.getDescription() == null || answer.getDescription().isBlank() || known != null) {
            answer.setDescription(
                    Problem.titleOf(Integer.parseInt(status)) + ": " + String.join(", ", codes));
        }
        answer.setContent(
                OASFactory.createContent()
                        .addMediaType(
                                ProblemAnswers.TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))
                                        .example(example(status, codes.getFirst()))));
        operation.getResponses().addAPIResponse(status, answer);
    }

    private static Map<String, Object> example(String status, String code) {
        Map<String, Object> example = new java.util.LinkedHashMap<>();
        example.put("type", "urn:guanxi:problem:" + code);
        example.put("title", Problem.titleOf(Integer.parseInt(status)));
        example.put("status", Integer.valueOf(status));
        example.put("code", code);
        example.put("traceId", "0af7651916cd43dd8448eb211c80319c");
        return example;
    }

    private static void success(PathItem.HttpMethod method, Operation operation) {
        for (String status : List.of("200", "201")) {
            APIResponse answer = operation.getResponses().getAPIResponse(status);
            if (answer != null
                    && (method == PathItem.HttpMethod.GET
                            || status.equals("201")
                            || operation.getRequestBody() != null)) {
                answer.addHeader("ETag", header("The version of the thing, where there is one"));
                if (status.equals("201")) {
                    answer.addHeader("Location", header("Where the new thing is"));
                    answer.addHeader(Answers.REPLAYED, header("true: the first answer again"));
                }
            }
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema problem() {
        return object("An RFC 9457 problem; `code` is stable")
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code")
                .addRequired("traceId")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("code", text())
                .addProperty("traceId", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/FieldError")));
    }

    private static Schema fieldError() {
        return object("What is wrong with one place of the request")
                .addProperty("pointer", text())
                .addProperty("message", text());
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
