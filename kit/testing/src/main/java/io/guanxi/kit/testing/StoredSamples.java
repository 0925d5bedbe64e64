package io.guanxi.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Personal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Golden samples of stored events, one file {@code <name>.v<version>.json} per type and version:
 * what was written once must be read for ever. A sample holds {@code data} and {@code personal} as
 * the kit stores them, or both in one object. A missing sample of today's version is written when
 * the system property {@code guanxi.samples.write} is true; one that exists is never changed.
 */
public final class StoredSamples {
    private static final String DATA = "data";
    private static final String PERSONAL = "personal";

    private final Path folder;

    private StoredSamples(Path folder) {
        this.folder = folder;
    }

    /** The samples of a module, in {@code src/test/resources/samples}. */
    public static StoredSamples ofThisModule() {
        return new StoredSamples(Path.of("src/test/resources/samples"));
    }

    /** The samples in a folder. */
    public static StoredSamples in(Path folder) {
        return new StoredSamples(folder);
    }

    /**
     * Holds every type of an aggregate to its samples.
     *
     * @param examples one event of each type, with every component set that can be
     * @throws AssertionError a type has no example, or {@link #pin} fails
     */
    public <E> void pinAll(EventTypes<E> types, Collection<? extends E> examples) {
        Set<String> shown =
                examples.stream().map(e -> types.typeOf(e).name()).collect(Collectors.toSet());
        if (!shown.equals(types.names())) {
            throw new AssertionError("Types " + types.names() + ", but examples of " + shown);
        }
        examples.forEach(example -> pin(types, example));
    }

    /**
     * Holds one type to its samples of all versions.
     *
     * @throws AssertionError a sample is missing, today's event is stored otherwise than its
     *     sample, or an old sample cannot be read
     */
    public <E> void pin(EventTypes<E> types, E example) {
        EventTypes.Type<E> type = types.typeOf(example);
        Path today = file(type.name(), type.version());
        ObjectNode stored = stored(example);
        write(today, stored);
        JsonNode sample = sample(today);
        JsonNode written = isSplit(sample) ? stored : whole(stored);
        if (!written.equals(sample)) {
            throw new AssertionError(
                    today + " holds\n" + sample + "\nbut is stored as\n" + written);
        }
        for (int version = 1; version <= type.version(); version++) {
            Object read = read(types, type, version);
            if (version == type.version() && !example.equals(read)) {
                throw new AssertionError(today + " is read as\n" + read + "\nnot\n" + example);
            }
        }
    }

    private <E> Object read(EventTypes<E> types, EventTypes.Type<E> type, int version) {
        Path file = file(type.name(), version);
        try {
            ObjectNode json = whole(sample(file));
            return Json.MAPPER.treeToValue(
                    types.upcast(type.name(), version, json), type.recordClass());
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(file + " cannot be read any more", e);
        }
    }

    private static void write(Path file, JsonNode stored) {
        if (!Boolean.getBoolean("guanxi.samples.write") || Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, stored.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sample(Path file) {
        if (Files.notExists(file)) {
            throw new AssertionError("There is no sample " + file);
        }
        try {
            return Json.MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The personal components apart, for they are encrypted. */
    private static ObjectNode stored(Object event) {
        // By way of the bytes, so that numbers are what a reader makes of them.
        ObjectNode data = (ObjectNode) Json.read(Json.bytes(event), JsonNode.class);
        ObjectNode personal = data.objectNode();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            JsonNode value = data.get(component.getName());
            if (value != null && component.isAnnotationPresent(Personal.class)) {
                personal.set(component.getName(), value);
                data.remove(component.getName());
            }
        }
        ObjectNode stored = data.objectNode();
        stored.set(DATA, data);
        stored.set(PERSONAL, personal);
        return stored;
    }

    private static boolean isSplit(JsonNode sample) {
        return sample.size() == 2 && sample.has(DATA) && sample.has(PERSONAL);
    }

    private static ObjectNode whole(JsonNode sample) {
        if (!isSplit(sample)) {
            return sample.deepCopy();
        }
        ObjectNode whole = sample.get(DATA).deepCopy();
        return whole.setAll((ObjectNode) sample.get(PERSONAL));
    }

    private Path file(String name, int version) {
        return folder.resolve(name + ".v" + version + ".json");
    }
}
