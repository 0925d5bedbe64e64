package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.guanxi.kit.eventsourcing.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

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
    private volatile Map<String, SettingsDocument> later = Map.of();

    /**
     * The document in force, read as a record.
     *
     * @throws IllegalArgumentException there is no such document, or it does not fit the record
     */
    public <T> T get(String name, Class<T> type) {
        SettingsDocument document = document(name);
        return type.cast(
                records.computeIfAbsent(
                        new Read(name, document.version(), type),
                        _ -> read(name, document.document(), type)));
    }

    public int version(String name) {
        return document(name).version();
    }

    /** The document in force with its version. */
    public SettingsDocument document(String name) {
        SettingsDocument changed = later.get(name);
        return changed == null ? builtIn(name) : changed;
    }

    /** The document that came with the service. */
    public SettingsDocument builtIn(String name) {
        return builtIn.computeIfAbsent(name, SettingsDocument::builtIn);
    }

    /**
     * Takes over what has been changed since it was built in.
     *
     * @return the names of what is different now
     */
    Set<String> adopt(Map<String, SettingsDocument> changed) {
        Map<String, SettingsDocument> before = later;
        later = Map.copyOf(changed);
        Set<String> names = new TreeSet<>(changed.keySet());
        names.removeIf(
                name ->
                        before.containsKey(name)
                                && before.get(name).version() == changed.get(name).version());
        return names;
    }

    private static <T> T read(String name, JsonNode document, Class<T> type) {
        try {
            return STRICT.forType(type).readValue(document.traverse(Json.MAPPER));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "settings/" + name + ".json does not fit " + type.getSimpleName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Read(String name, int version, Class<?> type) {}
}
