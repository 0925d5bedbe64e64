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
import io.guanxi.kit.service.book.BookClient;

/** The client's row of the book, the same table that every other service fills from the topic. */
public final class BookClientView implements InlineView<ClientEvent, BookClient> {

    @Override
    public String table() {
        return "book_client";
    }

    @Override
    public Class<BookClient> rowType() {
        return BookClient.class;
    }

    @Override
    public BookClient evolve(BookClient row, Recorded<ClientEvent> event) {
        return switch (event.event()) {
            case ClientRegistered e ->
                    BookClient.first(e.clientId(), null, e.unitId(), event.occurredAt());
            case MovedToUnit e -> row.movedTo(null, e.unitId(), e.since());
            case ManagerAssigned e -> row.movedTo(e.rmId(), e.unitId(), e.since());
            case ClientChanged _,
                    ClientErased _,
                    AssignmentRefusedFull _,
                    DuplicateReported _,
                    BreakGlassOpened _ ->
                    row;
        };
    }
}
