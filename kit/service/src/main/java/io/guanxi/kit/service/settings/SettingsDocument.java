package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.http.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A settings document in one version.
 *
 * @param since when it came into force; what was built in has been so since ever
 */
public record SettingsDocument(String name, int version, Instant since, JsonNode document) {
    static final Instant EVER = Instant.EPOCH;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** Reads the document that comes with the service, and checks it against its schema. */
    static SettingsDocument builtIn(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No settings document has such a name");
        }
        JsonNode root = resource("settings/" + name + ".json");
        if (root == null) {
            throw new IllegalArgumentException("There is no settings document " + name);
        }
        boolean enveloped = root.size() == 2 && root.has("version") && root.has("document");
        SettingsDocument document =
                enveloped
                        ? new SettingsDocument(
                                name, root.get("version").intValue(), EVER, root.get("document"))
                        : new SettingsDocument(name, 1, EVER, root);
        List<FieldError> wrong = SettingsSchemas.violations(name, document.document());
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("settings/" + name + ".json: " + wrong);
        }
        return document;
    }

    static JsonNode resource(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(path)) {
            return in == null ? null : Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
