package io.guanxi.client.handover;

import io.guanxi.client.handover.HandoverCommand.CarryOutHandover;
import io.guanxi.client.handover.HandoverCommand.RequestHandover;
import io.guanxi.client.handover.HandoverEvent.HandoverCarriedOut;
import io.guanxi.client.handover.HandoverEvent.HandoverRequested;
import io.guanxi.kit.testing.DeciderSpec;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandoverDeciderTest {
    private static final UUID CLIENT = new UUID(7, 2);
    private static final HandoverDetails BOOK =
            new HandoverDetails(new UUID(7, 1), "S-0001", "S-0002", true, List.of(), false);
    private static final HandoverRequested REQUESTED =
            new HandoverRequested(BOOK, "S-0009", "leaves");

    private final DeciderSpec<HandoverCommand, Handover, HandoverEvent> handover =
            DeciderSpec.of(new HandoverDecider());

    @Test
    void PR_15_a_book_is_handed_over_once() {
        handover.when(new RequestHandover(BOOK, "S-0009", "leaves", 1, true)).then(REQUESTED);
        handover.given(REQUESTED)
                .when(new CarryOutHandover(List.of(CLIENT), true, "S-0010"))
                .then(new HandoverCarriedOut(List.of(CLIENT), "S-0010"));
        handover.given(REQUESTED, new HandoverCarriedOut(List.of(CLIENT), "S-0010"))
                .when(new CarryOutHandover(List.of(CLIENT), true, "S-0010"))
                .thenRefused(HandoverRefusal.DONE);
    }

    @Test
    void refuses_what_cannot_be() {
        HandoverDetails own =
                new HandoverDetails(new UUID(7, 1), "S-0001", "S-0001", true, List.of(), false);
        handover.when(new RequestHandover(own, "S-0009", null, 1, true))
                .thenRefused(HandoverRefusal.SAME_PERSON);
        handover.when(new RequestHandover(BOOK, "S-0009", null, 0, true))
                .thenRefused(HandoverRefusal.NOTHING);
        handover.when(new RequestHandover(BOOK, "S-0009", null, 2_001, true))
                .thenRefused(HandoverRefusal.TOO_MANY);
        handover.when(new RequestHandover(BOOK, "S-0009", null, 1, false))
                .thenRefused(HandoverRefusal.NOT_OWNERS);
        handover.given(REQUESTED)
                .when(new RequestHandover(BOOK, "S-0009", null, 1, true))
                .thenRefused(HandoverRefusal.EXISTS);
    }

    @Test
    void what_was_true_when_it_was_asked_is_checked_again() {
        handover.given(REQUESTED)
                .when(new CarryOutHandover(List.of(CLIENT), false, "S-0010"))
                .thenRefused(HandoverRefusal.NOT_OWNERS);
        handover.given(REQUESTED)
                .when(new CarryOutHandover(List.of(), true, "S-0010"))
                .thenRefused(HandoverRefusal.NOTHING);
        handover.when(new CarryOutHandover(List.of(CLIENT), true, "S-0010"))
                .thenRefused(HandoverRefusal.UNKNOWN);
    }
}
