package io.guanxi.client.client;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.Client.Unregistered;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.past.ThingPast;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A client as it was; who may see it is judged by the book of now. */
@ApplicationScoped
class ClientPast {
    private static final Set<String> HIDDEN = Set.of("personal", "note", "reason");

    private final EventStore store;
    private final Clients clients;
    private final Book book;

    ClientPast(EventStore store, Clients clients, Book book) {
        this.store = store;
        this.clients = clients;
        this.book = book;
    }

    /** The card of then; what other services contributed is null. */
    Loaded<ClientCard> card(UUID id, Past past) {
        book.requireReadable(id);
        Loaded<ClientCard> card = past(id).at(id, past);
        clients.noteRead("past-card", id);
        return card;
    }

    /** The fields that differ between two moments; all of them if there was no client before. */
    Changes changes(UUID id, ChangesQuery query) {
        book.requireReadable(id);
        Changes changes = past(id).changes(id, query);
        clients.noteRead("changes", id);
        return changes;
    }

    /** A page of the client's events, without the personal parts for who sees codes only. */
    Page<HistoryEntry> history(UUID id, Paging paging) {
        book.requireReadable(id);
        boolean personal = clients.seesPersonal(id);
        clients.noteRead("history", id);
        return past(id).history(id, paging).map(entry -> personal ? entry : entry.without(HIDDEN));
    }

    private ThingPast<Client, ClientCard> past(UUID id) {
        boolean personal = clients.seesPersonal(id);
        return new ThingPast<>(
                store,
                ClientStream.CLIENT,
                client ->
                        switch (client) {
                            case Unregistered _ -> null;
                            case Registered registered -> ClientCard.past(registered, personal);
                        },
                ClientRefusal.UNKNOWN);
    }
}
