package io.guanxi.client.client;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.Client.Unregistered;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Loaded<Client> loaded = store.load(ClientStream.CLIENT, id, past);
        ClientCard card = card(id, loaded.state());
        if (card == null) {
            throw Problem.notFound(ClientRefusal.UNKNOWN.code());
        }
        clients.noteRead("past-card", id);
        return new Loaded<>(card, loaded.version());
    }

    /** The fields that differ between two moments; all of them if there was no client before. */
    List<FieldChange> changes(UUID id, ChangesQuery query) {
        book.requireReadable(id);
        Client before = store.load(ClientStream.CLIENT, id, query.before()).state();
        Client after = store.load(ClientStream.CLIENT, id, query.after()).state();
        clients.noteRead("changes", id);
        return FieldChange.between(card(id, before), card(id, after));
    }

    /** A page of the client's events, without the personal parts for who sees codes only. */
    Page<HistoryEntry> history(UUID id, Paging paging) {
        book.requireReadable(id);
        boolean personal = clients.seesPersonal(id);
        clients.noteRead("history", id);
        return HistoryEntry.page(
                        store.read(ClientStream.CLIENT, id, HistoryEntry.after(paging)), paging)
                .map(entry -> personal ? entry : withoutPersonal(entry));
    }

    private ClientCard card(UUID id, Client client) {
        return switch (client) {
            case Unregistered _ -> null;
            case Registered registered -> ClientCard.past(registered, clients.seesPersonal(id));
        };
    }

    private static HistoryEntry withoutPersonal(HistoryEntry entry) {
        Map<String, Object> codes = new HashMap<>(entry.data());
        codes.keySet().removeAll(HIDDEN);
        return new HistoryEntry(
                entry.version(),
                entry.type(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.actor(),
                codes);
    }
}
