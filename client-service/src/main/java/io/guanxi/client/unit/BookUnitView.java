package io.guanxi.client.unit;

import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;

/** The unit's row of the book, the same table that every other service fills from the topic. */
public final class BookUnitView implements InlineView<UnitEvent, UnitDetails> {

    @Override
    public String table() {
        return "book_unit";
    }

    @Override
    public Class<UnitDetails> rowType() {
        return UnitDetails.class;
    }

    @Override
    public UnitDetails evolve(UnitDetails row, Recorded<UnitEvent> event) {
        return event.event().unit();
    }
}
