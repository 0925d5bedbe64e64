package io.guanxi.client.unit;

/** What may be asked of a unit. */
public sealed interface UnitCommand {

    record OpenUnit(UnitDetails unit, Ancestry ancestry) implements UnitCommand {}

    record ChangeUnit(UnitDetails unit, Ancestry ancestry) implements UnitCommand {}
}
