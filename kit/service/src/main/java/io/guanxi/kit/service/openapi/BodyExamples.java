package io.guanxi.kit.service.openapi;

import io.guanxi.kit.service.http.Csv;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** Gives every body an example: the one written for the operation, else one its schema makes. */
final class BodyExamples {
    private final OperationExamples written;
    private final SchemaExamples made;

    BodyExamples(OperationExamples written, SchemaExamples made) {
        this.written = written;
        this.made = made;
    }

    void addTo(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), written.request(id), written.csv(id));
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("2")) {
                                add(response.getContent(), written.response(id), Optional.empty());
                            }
                        });
    }

    private void add(Content content, Optional<Object> example, Optional<Object> csv) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        for (Map.Entry<String, MediaType> each : content.getMediaTypes().entrySet()) {
            MediaType type = each.getValue();
            if (type.getExample() != null || type.getExamples() != null) {
                continue;
            }
            Optional<Object> fitting = each.getKey().startsWith(Csv.TYPE) ? csv : example;
            fitting.or(() -> made.of(type.getSchema())).ifPresent(type::setExample);
        }
    }
}
