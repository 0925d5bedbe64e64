package io.guanxi.kit.eventsourcing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kit's own tables and functions, for those who do not run Flyway on {@code classpath:db/kit}.
 */
public final class EventStoreSchema {
    private static final List<String> SCRIPTS =
            List.of(
                    "V1__event_store.sql",
                    "V2__snapshots.sql",
                    "V3__rebuild.sql",
                    "V4__append_one.sql",
                    "V5__rebuild_of_read_models_only.sql",
                    "V6__plans_by_index.sql");

    private EventStoreSchema() {}

    /** The scripts, to be run once and in this order by the owner of the schema. */
    public static Stream<String> scripts() {
        return SCRIPTS.stream().map(EventStoreSchema::text);
    }

    private static String text(String name) {
        try (InputStream in = EventStoreSchema.class.getResourceAsStream("/db/kit/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
