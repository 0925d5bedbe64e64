package io.guanxi.kit.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares the operations that a service documents with the table of denials, so that nobody adds
 * one without saying who may do it. The table is walked, cell by cell, in {@code deploy/local}.
 */
public final class Denials {
    private static final Path TABLE = Path.of("deploy/local/src/test/resources/denials.txt");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Denials() {}

    /**
     * What the table lacks, and what it names in vain, a line each; empty is good.
     *
     * @param service as the table names it, for example {@code client}
     * @param document the service's OpenAPI document
     */
    public static List<String> complaints(String service, String document) {
        Set<String> documented = documented(document);
        Set<String> expected = expected(service);
        List<String> complaints = new ArrayList<>();
        documented.stream()
                .filter(operation -> !expected.contains(operation))
                .forEach(o -> complaints.add(service + " " + o + " has no line in " + TABLE));
        expected.stream()
                .filter(operation -> !documented.contains(operation))
                .forEach(o -> complaints.add(service + " " + o + " is no operation any more"));
        return complaints;
    }

    private static Set<String> documented(String document) {
        Set<String> operations = new TreeSet<>();
        try {
            JsonNode paths = new ObjectMapper().readTree(document).path("paths");
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> {
                                    if (METHODS.contains(method)) {
                                        operations.add(name(method, path.getKey()));
                                    }
                                });
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        operations.removeIf(operation -> operation.contains(" /q/"));
        return operations;
    }

    private static String name(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    private static Set<String> expected(String service) {
        Set<String> operations = new TreeSet<>();
        try (Stream<String> lines = Files.lines(table())) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2)[0].split(" ", 3))
                    .filter(parts -> parts[0].equals(service) || parts[0].equals("every"))
                    .forEach(parts -> operations.add(parts[1] + " " + path(parts[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    /** As documented: without a query, and without the value of a parameter, {kind=clients}. */
    private static String path(String line) {
        int query = line.indexOf('?');
        String path = query < 0 ? line : line.substring(0, query);
        return path.replaceAll("\\{(\\w+)=\\w+}", "{$1}");
    }

    private static Path table() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(TABLE))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(TABLE + " is not found in any folder above");
        }
        return folder.resolve(TABLE);
    }
}
