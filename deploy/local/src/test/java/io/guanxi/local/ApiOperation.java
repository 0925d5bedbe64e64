package io.guanxi.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One operation of a service, as its own OpenAPI document names it. */
record ApiOperation(
        Service service, String method, String path, Set<String> bodyTypes, Set<String> siblings) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Everything the service offers apart from health, metrics and documents. */
    static List<ApiOperation> of(Stack stack, Service service) {
        JsonNode document = new Http().get(stack.url(service) + "/q/openapi?format=json").body();
        List<ApiOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/q/")) {
                continue;
            }
            Set<String> siblings = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(siblings::add);
            siblings.retainAll(METHODS);
            for (String method : siblings) {
                Set<String> types = new TreeSet<>();
                path.getValue()
                        .path(method)
                        .path("requestBody")
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(types::add);
                operations.add(
                        new ApiOperation(
                                service,
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                types,
                                siblings));
            }
        }
        return operations;
    }

    /** The path with ids that nothing has. */
    String strange() {
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    boolean hasId() {
        return path.contains("{");
    }

    boolean takesJson() {
        return bodyTypes.contains("application/json");
    }

    boolean takesLines() {
        return bodyTypes.stream().anyMatch(type -> type.contains("ndjson"));
    }

    /** A feed that does not end would hold the test. */
    boolean endless() {
        return path.endsWith("/stream");
    }

    @Override
    public String toString() {
        return service.moduleName() + " " + method + " " + path;
    }
}
