package io.guanxi.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of {@code denials.txt}: who may do an operation, and what it is about.
 *
 * @param path as documented; a parameter with a value, {@code {kind=clients}}, is that value
 * @param query with its question mark; empty where there is none
 * @param about see the head of the file
 * @param body one that passes; {@code $ID} stands for the thing
 */
record Expectation(
        Service service,
        String method,
        String path,
        String query,
        Set<String> roles,
        String about,
        String body) {

    static List<Expectation> all() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Expectation.class.getResourceAsStream("/denials.txt"),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(Expectation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Expectation> of(String line) {
        String[] parts = line.split(" \\| ", 4);
        String[] operation = parts[0].split(" ", 3);
        int query = operation[2].indexOf('?');
        String path = query < 0 ? operation[2] : operation[2].substring(0, query);
        return Stream.of(Service.values())
                .filter(
                        service ->
                                operation[0].equals("every")
                                        || service.name().equalsIgnoreCase(operation[0]))
                .map(
                        service ->
                                new Expectation(
                                        service,
                                        operation[1],
                                        path,
                                        query < 0 ? "" : operation[2].substring(query),
                                        Set.of(parts[1].split(" ")),
                                        parts[2],
                                        parts.length < 4 ? "{}" : parts[3]));
    }

    boolean isAboutSomething() {
        return !Set.of("open", "shut", "list", "hidden").contains(about);
    }

    String name() {
        return service + " " + method + " " + path.replaceAll("\\{(\\w+)=\\w+}", "{$1}");
    }

    /** The address, with this for every parameter that has no value. */
    String pathOf(String thing) {
        return path.replaceAll("\\{\\w+=(\\w+)}", "$1").replaceAll("\\{[^}]+}", thing);
    }
}
