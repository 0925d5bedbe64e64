package io.guanxi.kit.service.personal;

import io.guanxi.kit.service.past.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that one service keeps about a client. What the others keep they tell themselves, each from
 * under its own keys, so that no service has to wait for another, or hold its data.
 *
 * @param complete whether nothing was left out for being too much
 * @param things what was recorded, stream by stream
 * @param tables what stands in tables, by the table's name
 * @param elsewhere where the rest is asked for
 */
public record DataExport(
        String service,
        UUID clientId,
        boolean complete,
        List<Thing> things,
        Map<String, List<Map<String, Object>>> tables,
        List<Elsewhere> elsewhere) {

    /** A stream of events. */
    public record Thing(String kind, UUID id, List<HistoryEntry> history) {}

    /** The same operation of another service. */
    public record Elsewhere(String service, String path) {}
}
