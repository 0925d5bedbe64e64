package io.guanxi.client.unit;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.unit.Unit.Open;
import io.guanxi.client.unit.Unit.Unopened;
import io.guanxi.client.unit.UnitCommand.ChangeUnit;
import io.guanxi.client.unit.UnitCommand.OpenUnit;
import io.guanxi.client.unit.UnitEvent.UnitChanged;
import io.guanxi.client.unit.UnitEvent.UnitOpened;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.Optional;

/** The rules of a unit: it has one place in the tree, and never stands above itself. */
public final class UnitDecider implements Decider<UnitCommand, Unit, UnitEvent> {

    @Override
    public Unit initialState() {
        return new Unopened();
    }

    @Override
    public Decision<UnitEvent> decide(UnitCommand command, Unit unit) {
        return switch (command) {
            case OpenUnit open -> open(open, unit);
            case ChangeUnit change -> change(change, unit);
        };
    }

    private static Decision<UnitEvent> open(OpenUnit command, Unit unit) {
        return switch (unit) {
            case Open _ -> refuse(UnitRefusal.EXISTS);
            case Unopened _ ->
                    placed(command.unit(), command.ancestry(), new UnitOpened(command.unit()));
        };
    }

    private static Decision<UnitEvent> change(ChangeUnit command, Unit unit) {
        return switch (unit) {
            case Unopened _ -> refuse(UnitRefusal.UNKNOWN);
            case Open(var details) when details.equals(command.unit()) -> accept();
            case Open _ ->
                    placed(command.unit(), command.ancestry(), new UnitChanged(command.unit()));
        };
    }

    private static Decision<UnitEvent> placed(
            UnitDetails unit, Ancestry ancestry, UnitEvent event) {
        return obstacle(unit, ancestry)
                .<Decision<UnitEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(event));
    }

    private static Optional<UnitRefusal> obstacle(UnitDetails unit, Ancestry ancestry) {
        if (unit.unitId().equals(unit.parentId()) || ancestry.chain().contains(unit.unitId())) {
            return Optional.of(UnitRefusal.OWN_ANCESTOR);
        }
        if (!ancestry.complete()) {
            return Optional.of(UnitRefusal.PARENT_UNKNOWN);
        }
        return ancestry.chain().size() >= Ancestry.DEEPEST
                ? Optional.of(UnitRefusal.TOO_DEEP)
                : Optional.empty();
    }

    @Override
    public Unit evolve(Unit unit, UnitEvent event) {
        return new Open(event.unit());
    }
}
