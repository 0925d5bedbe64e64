package io.guanxi.kit.service.openapi;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** A name for an operation whose resource gives it none: what its method and path say. */
final class OperationNames {
    private OperationNames() {}

    /** {@code GET /admin/parked/{id}} is {@code getAdminParkedById}. */
    static String of(HttpMethod method, String path) {
        return verb(method) + segments(path).map(OperationNames::capital).collect(joined(""));
    }

    static String summary(HttpMethod method, String path) {
        return capital(verb(method)) + " " + path;
    }

    private static String verb(HttpMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> segments(String path) {
        return Stream.of(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(
                        segment ->
                                segment.startsWith("{")
                                        ? "by-" + segment.replaceAll("[{}]|:.*", "")
                                        : segment)
                .flatMap(segment -> Stream.of(segment.split("[-.]", -1)));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined(String between) {
        return Collectors.joining(between);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
