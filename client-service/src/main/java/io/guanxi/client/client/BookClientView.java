package io.guanxi.client.client;

import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The client's row of the book, the same table that every other service fills from the topic. */
public final class BookClientView implements InlineView<ClientEvent, BookClientView.Row> {

    /** A row of {@code book_client}; the history holds previous owners only, oldest first. */
    public record Row(
            UUID clientId, String rmId, String unitId, Instant since, List<Owned> history) {}

    /** An ownership that has ended. */
    public record Owned(String rmId, String unitId, Instant since, Instant until) {}

    @Override
    public String table() {
        return "book_client";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<ClientEvent> event) {
        return switch (event.event()) {
            case ClientRegistered e ->
                    new Row(e.clientId(), null, e.unitId(), event.occurredAt(), List.of());
            case MovedToUnit e -> new Row(e.clientId(), null, e.unitId(), e.since(), row.history());
            case ManagerAssigned e ->
                    new Row(e.clientId(), e.rmId(), e.unitId(), e.since(), ended(row, e.since()));
            case ClientChanged _,
                    ClientErased _,
                    AssignmentRefusedFull _,
                    DuplicateReported _,
                    BreakGlassOpened _ ->
                    row;
        };
    }

    private static List<Owned> ended(Row row, Instant until) {
        if (row.rmId() == null) {
            return row.history();
        }
        Owned last = new Owned(row.rmId(), row.unitId(), row.since(), until);
        return Stream.concat(row.history().stream(), Stream.of(last)).toList();
    }
}
