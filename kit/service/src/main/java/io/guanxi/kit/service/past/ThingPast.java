package io.guanxi.kit.service.past;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import java.util.UUID;
import java.util.function.Function;

/**
 * The past of a kind of thing, once for all resources: as it was, what was recorded of it, what
 * differs. Who may see it is judged before, by the book of now.
 *
 * @param document what is answered for a state; null where there was no such thing
 * @param unknown the code of the 404
 */
public record ThingPast<S, D>(
        EventStore store, Aggregate<?, S, ?> aggregate, Function<S, D> document, Refusal unknown) {

    /** The thing as it was; 404 if there was none. */
    public Loaded<D> at(UUID id, Past past) {
        Loaded<S> loaded = store.load(aggregate, id, past);
        D shown = document.apply(loaded.state());
        if (shown == null) {
            throw Problem.notFound(unknown.code());
        }
        return new Loaded<>(shown, loaded.version());
    }

    /** The fields that differ between two instants; all of them if there was none before. */
    public Changes changes(UUID id, ChangesQuery query) {
        D before = document.apply(store.load(aggregate, id, query.before()).state());
        D after = document.apply(store.load(aggregate, id, query.after()).state());
        if (before == null && after == null) {
            throw Problem.notFound(unknown.code());
        }
        return new Changes(FieldChange.between(before, after));
    }

    /** A page of its events; 404 if there are none at all. */
    public Page<HistoryEntry> history(UUID id, Paging paging) {
        Page<HistoryEntry> page = HistoryEntry.page(store, aggregate, id, paging);
        if (page.items().isEmpty() && HistoryEntry.after(paging) == 0) {
            throw Problem.notFound(unknown.code());
        }
        return page;
    }
}
