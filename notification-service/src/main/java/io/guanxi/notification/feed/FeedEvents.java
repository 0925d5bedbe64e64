package io.guanxi.notification.feed;

import io.guanxi.contracts.Contract;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.alert.AlertEvent;
import io.guanxi.notification.alert.AlertPublishing;
import io.guanxi.notification.alert.AlertStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The alerts' events as the feed shows them: what is published, in position order. */
@ApplicationScoped
class FeedEvents {
    private final EventStore store;
    private final AlertPublishing publishing;

    FeedEvents(EventStore store, AlertPublishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    /** The position up to which nothing can appear any more; empty while a writer hangs. */
    OptionalLong fence() {
        return store.fence();
    }

    /** A stretch of the feed; {@code upTo} is how far it reaches, events or none. */
    record Stretch(List<FeedEvent> events, long upTo) {
        Stretch {
            events = List.copyOf(events);
        }
    }

    Stretch read(long after, long fence, int limit) {
        var stored = store.readAll(List.of(AlertStream.ALERT), after, fence, limit);
        List<FeedEvent> events = new ArrayList<>();
        stored.events().forEach(event -> addFaces(event, events));
        return new Stretch(events, stored.upTo());
    }

    private void addFaces(Recorded<AlertEvent> stored, List<FeedEvent> events) {
        List<PublicEvent> faces = publishing.publish(stored);
        for (int i = 0; i < faces.size(); i++) {
            Object face = faces.get(i).data();
            events.add(
                    new FeedEvent(
                            stored.position(),
                            i,
                            stored.streamId(),
                            Contract.eventType(face.getClass()).name(),
                            new String(Json.bytes(face), StandardCharsets.UTF_8)));
        }
    }
}
