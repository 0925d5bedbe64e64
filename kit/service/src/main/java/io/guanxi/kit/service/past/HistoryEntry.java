package io.guanxi.kit.service.past;

import com.fasterxml.jackson.core.type.TypeReference;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One event of a thing as {@code GET …/history} lists it, oldest first.
 *
 * @param version the thing's version (its ETag) after the event
 * @param type the event's name
 * @param occurredAt when it happened
 * @param recordedAt when we learned it
 * @param actor who caused it
 * @param data what was recorded; personal parts are gone once they were erased
 */
public record HistoryEntry(
        int version,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        Map<String, Object> data) {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    public static HistoryEntry of(Recorded<?> event) {
        return new HistoryEntry(
                event.version(),
                event.type(),
                event.occurredAt(),
                event.recordedAt(),
                event.actor(),
                Json.MAPPER.convertValue(event.event(), MAP));
    }

    /** Without these parts of what was recorded: not everybody may see them. */
    public HistoryEntry without(Set<String> parts) {
        Map<String, Object> rest = new HashMap<>(data);
        rest.keySet().removeAll(parts);
        return new HistoryEntry(version, type, occurredAt, recordedAt, actor, rest);
    }

    /**
     * The version after which a page of history begins.
     *
     * @throws io.guanxi.kit.service.http.Problem 400 {@code cursor.invalid}
     */
    static int after(Paging paging) {
        return paging.after(1)
                .map(
                        keys -> {
                            if (!keys.getFirst().matches("[0-9]{1,9}")) {
                                throw Cursor.invalid();
                            }
                            return Integer.parseInt(keys.getFirst());
                        })
                .orElse(0);
    }

    /**
     * A page of what was recorded of a thing; empty if there is no such thing.
     *
     * @throws io.guanxi.kit.service.http.Problem 400 {@code cursor.invalid}
     */
    public static <E> Page<HistoryEntry> page(
            EventStore store, Aggregate<?, ?, E> aggregate, UUID id, Paging paging) {
        return page(store.read(aggregate, id, after(paging)), paging);
    }

    /** A page of the events after {@link #after}, as {@code EventStore.read} answers them. */
    static <E> Page<HistoryEntry> page(List<Recorded<E>> events, Paging paging) {
        List<HistoryEntry> entries =
                events.stream().limit(paging.fetch()).map(HistoryEntry::of).toList();
        return paging.page(entries, entry -> new String[] {Integer.toString(entry.version())});
    }
}
