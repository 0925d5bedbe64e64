package io.guanxi.kit.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/**
 * Completes the OpenAPI document with what every operation has in common, so that resources need
 * not repeat it: headers, the problems anybody may get, and an example of each body.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonConduct implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        NullableFields.mark(document.getComponents());
        ProblemSchemas.addTo(document.getComponents());
        OperationExamples written = OperationExamples.read();
        BodyExamples examples =
                new BodyExamples(written, new SchemaExamples(document.getComponents()));
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach(
                                                (method, operation) -> {
                                                    complete(path, method, operation, written);
                                                    examples.addTo(operation);
                                                }));
    }

    private static void complete(
            String path, HttpMethod method, Operation operation, OperationExamples written) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(OperationNames.of(method, path));
        }
        if (operation.getSummary() == null) {
            operation.setSummary(OperationNames.summary(method, path));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        CommonHeaders.addTo(method, operation);
        CommonProblems.addTo(path, method, operation, written.refusals(operation.getOperationId()));
    }
}
