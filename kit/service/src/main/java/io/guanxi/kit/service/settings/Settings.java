package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.guanxi.kit.eventsourcing.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The numbers of the business. Built-in documents lie at {@code settings/<name>.json} on the
 * classpath, as {@code {"version": 1, "document": {…}}} or as the bare document (version 1); their
 * JSON Schema at {@code settings/<name>.schema.json}. Later versions come with the directory, and
 * are in force within a second, without a restart.
 */
@ApplicationScoped
public class Settings {
    private static final ObjectReader STRICT =
            Json.MAPPER
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final Map<String, SettingsDocument> builtIn = new ConcurrentHashMap<>();
    private final Map<Read, Object> records = new ConcurrentHashMap<>();
    private volatile Map<String, List<SettingsDocument>> later = Map.of();

    /**
     * The document in force, read as a record.
     *
     * @throws IllegalArgumentException there is no such document, or it does not fit the record
     */
    public <T> T get(String name, Class<T> type) {
        return record(document(name), type);
    }

    /**
     * All versions so far, in order, the one built in first: what happened is judged by the rules
     * that were in force then.
     */
    public <T> List<InForce<T>> history(String name, Class<T> type) {
        return Stream.concat(Stream.of(builtIn(name)), later.getOrDefault(name, List.of()).stream())
                .map(d -> new InForce<>(d.version(), d.since(), record(d, type)))
                .toList();
    }

    private <T> T record(SettingsDocument document, Class<T> type) {
        return type.cast(
                records.computeIfAbsent(
                        new Read(document.name(), document.version(), type),
                        _ -> read(document.name(), document.document(), type)));
    }

    public int version(String name) {
        return document(name).version();
    }

    /** The document in force with its version. */
    public SettingsDocument document(String name) {
        List<SettingsDocument> changed = later.get(name);
        return changed == null ? builtIn(name) : changed.getLast();
    }

    /** The document that came with the service. */
    public SettingsDocument builtIn(String name) {
        return builtIn.computeIfAbsent(name, SettingsDocument::builtIn);
    }

    /**
     * Takes over what has been changed since it was built in.
     *
     * @param changed the versions of each that is not as it was built in, in order
     * @return the names of what is different now
     */
    Set<String> adopt(Map<String, List<SettingsDocument>> changed) {
        Map<String, List<SettingsDocument>> before = later;
        later = Map.copyOf(changed);
        Set<String> names = new TreeSet<>(changed.keySet());
        names.removeIf(
                name ->
                        before.containsKey(name)
                                && before.get(name).getLast().version()
                                        == changed.get(name).getLast().version());
        return names;
    }

    private static <T> T read(String name, JsonNode document, Class<T> type) {
        try {
            return STRICT.forType(type).readValue(document.traverse(Json.MAPPER));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "settings/"
                            + name
                            + ".json does not fit "
                            + type.getSimpleName()
                            + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Read(String name, int version, Class<?> type) {}
}
