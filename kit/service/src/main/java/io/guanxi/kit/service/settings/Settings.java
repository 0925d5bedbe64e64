package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.guanxi.kit.eventsourcing.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers of the business. Built-in documents lie at {@code settings/<name>.json} on the
 * classpath, as {@code {"version": 1, "document": {…}}} or as the bare document (version 1); their
 * JSON Schema, if there is one, at {@code settings/<name>.schema.json}.
 */
@ApplicationScoped
public class Settings {
    private static final ObjectReader STRICT =
            Json.MAPPER
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final Map<String, SettingsDocument> documents = new ConcurrentHashMap<>();
    private final Map<Read, Object> records = new ConcurrentHashMap<>();

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
        return documents.computeIfAbsent(name, SettingsDocument::builtIn);
    }

    private static <T> T read(String name, JsonNode document, Class<T> type) {
        try {
            return STRICT.forType(type).readValue(document.traverse(Json.MAPPER));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "settings/" + name + ".json does not fit " + type.getSimpleName(), e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Read(String name, int version, Class<?> type) {}
}
