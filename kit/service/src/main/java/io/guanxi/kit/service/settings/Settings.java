package io.guanxi.kit.service.settings;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The numbers of the business. Built-in documents lie at {@code settings/<name>.json} on the
 * classpath, as {@code {"version": 1, "document": {…}}} or as the bare document (version 1); their
 * JSON Schema, if there is one, at {@code settings/<name>.schema.json}.
 */
@ApplicationScoped
public class Settings {

    /**
     * The document in force, read as a record.
     *
     * @throws IllegalArgumentException there is no such document, or it does not fit the record
     */
    public <T> T get(String name, Class<T> type) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    public int version(String name) {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
