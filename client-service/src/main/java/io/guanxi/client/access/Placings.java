package io.guanxi.client.access;

import io.guanxi.client.client.ClientEvent;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a client was in the book, one place after the other. */
final class Placings {

    /** A place; {@code rmId} null: nobody owned the client. */
    record Placing(String rmId, String unitId, Interval during) {}

    private Placings() {}

    static List<Placing> of(List<Recorded<ClientEvent>> events) {
        List<Placing> placings = new ArrayList<>();
        for (Recorded<ClientEvent> recorded : events) {
            switch (recorded.event()) {
                case ClientRegistered e -> begin(placings, null, e.unitId(), recorded.occurredAt());
                case MovedToUnit e -> begin(placings, null, e.unitId(), e.since());
                case ManagerAssigned e -> begin(placings, e.rmId(), e.unitId(), e.since());
                case ClientEvent.ClientChanged _,
                        ClientEvent.ClientErased _,
                        ClientEvent.AssignmentRefusedFull _,
                        ClientEvent.DuplicateReported _,
                        ClientEvent.BreakGlassOpened _ -> {}
            }
        }
        return placings;
    }

    private static void begin(List<Placing> placings, String rmId, String unitId, Instant since) {
        if (!placings.isEmpty()) {
            Placing last = placings.removeLast();
            placings.add(
                    new Placing(
                            last.rmId(), last.unitId(), new Interval(last.during().from(), since)));
        }
        placings.add(new Placing(rmId, unitId, new Interval(since, Instant.MAX)));
    }
}
