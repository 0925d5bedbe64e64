package io.guanxi.client.client;

import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** For whom a client's personal data are open outside the book; what has ended is let go. */
public final class BreakGlassView implements InlineView<ClientEvent, BreakGlassView.Row> {

    /** A row of {@code book_break_glass}. */
    public record Row(UUID clientId, List<Opening> openings) {}

    /** Open for this person until just before the instant. */
    public record Opening(String byId, Instant until) {}

    @Override
    public String table() {
        return "book_break_glass";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<ClientEvent> event) {
        return event.event() instanceof BreakGlassOpened opened ? opened(row, opened) : row;
    }

    private static Row opened(Row row, BreakGlassOpened event) {
        Stream<Opening> before = row == null ? Stream.of() : row.openings().stream();
        Stream<Opening> open = before.filter(o -> o.until().isAfter(event.at()));
        Opening latest = new Opening(event.byId(), event.until());
        return new Row(event.clientId(), Stream.concat(open, Stream.of(latest)).toList());
    }
}
