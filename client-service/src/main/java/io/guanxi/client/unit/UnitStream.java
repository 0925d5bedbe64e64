package io.guanxi.client.unit;

import io.guanxi.client.unit.UnitEvent.UnitChanged;
import io.guanxi.client.unit.UnitEvent.UnitOpened;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How units are stored. */
public final class UnitStream {
    public static final EventTypes<UnitEvent> TYPES =
            EventTypes.of(UnitEvent.class)
                    .type("unit-opened", UnitOpened.class)
                    .type("unit-changed", UnitChanged.class)
                    .build();

    public static final Aggregate<UnitCommand, Unit, UnitEvent> UNIT =
            Aggregate.of("unit", new UnitDecider(), TYPES).withViews(new BookUnitView());

    private UnitStream() {}
}
