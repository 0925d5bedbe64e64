package io.guanxi.kit.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the OpenAPI document: the problems that any operation may answer, the form of a
 * problem, and the examples of {@link OperationExamples}, so that resources need not repeat them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "400", "Malformed: unknown field or parameter, or a value that cannot be",
                    "401", "No token, or one that is not valid",
                    "403", "The caller's role is too small",
                    "429", "Too many requests; see Retry-After",
                    "503", "`busy`: a queue is full, or the store cannot be reached");
    private static final Map<String, String> WITH_BODY =
            Map.of(
                    "413", "More than 10 MiB, or a line of more than 1 MiB",
                    "415", "Not a content type of this operation");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        OperationExamples examples = OperationExamples.read();
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach(
                                                (method, operation) ->
                                                        complete(
                                                                path, method, operation,
                                                                examples)));
    }

    private static void complete(
            String path, HttpMethod method, Operation operation, OperationExamples examples) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        problems(path, method, operation, examples)
                .forEach((status, text) -> add(operation, status, text));
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            examples.request(id)
                    .ifPresent(e -> example(operation.getRequestBody().getContent(), e));
        }
        examples.response(id).ifPresent(e -> success(operation.getResponses(), e));
    }

    private static Map<String, String> problems(
            String path, HttpMethod method, Operation operation, OperationExamples examples) {
        Map<String, String> problems = new TreeMap<>(ALWAYS);
        if (path.contains("{")) {
            problems.put("404", "Unknown, or outside the caller's book; the two look the same");
        }
        if (operation.getRequestBody() != null) {
            problems.putAll(WITH_BODY);
        }
        if (method != HttpMethod.GET) {
            problems.put("422", "`idempotency.mismatch`: the key or id came with another body");
            List<String> refusals = examples.refusals(operation.getOperationId());
            problems.put(
                    "409",
                    refusals.isEmpty()
                            ? "Refused: what is there stands in the way"
                            : "Refused: " + String.join("; ", refusals));
        }
        if (method == HttpMethod.PATCH || method == HttpMethod.PUT || method == HttpMethod.DELETE) {
            problems.put("412", "`version.stale`: If-Match is not the present version");
        }
        return problems;
    }

    private static void add(Operation operation, String status, String text) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            Schema schema = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(text)
                                    .content(
                                            OASFactory.createContent()
                                                    .addMediaType(
                                                            "application/problem+json",
                                                            OASFactory.createMediaType()
                                                                    .schema(schema))));
        }
    }

    private static void success(APIResponses responses, Object example) {
        responses
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("2")) {
                                example(content(response), example);
                            }
                        });
    }

    private static Content content(APIResponse response) {
        if (response.getContent() == null || response.getContent().getMediaTypes() == null) {
            response.setContent(
                    OASFactory.createContent()
                            .addMediaType("application/json", OASFactory.createMediaType()));
        }
        return response.getContent();
    }

    private static void example(Content content, Object example) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        for (MediaType type : content.getMediaTypes().values()) {
            if (type.getExample() == null) {
                type.setExample(example);
            }
        }
    }

    private static Schema problem() {
        Schema error =
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("pointer", text("JSON Pointer into the body, or ?parameter"))
                        .addProperty("message", text("What is wrong there"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457, with a stable code")
                .addProperty("type", text("URI of the kind of problem"))
                .addProperty("title", text("The status in words"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What happened, for a person"))
                .addProperty("instance", text("The path that was asked"))
                .addProperty("code", text("Stable, for programs: thing.fact-in-the-way"))
                .addProperty("traceId", text("What to quote when asking about it"))
                .addProperty(
                        "errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
