package io.guanxi.client.unit;

/** What is recorded about a unit. Stored for ever: add, never rename. */
public sealed interface UnitEvent {

    /** The whole state, for others read it from this event alone. */
    UnitDetails unit();

    record UnitOpened(UnitDetails unit) implements UnitEvent {}

    record UnitChanged(UnitDetails unit) implements UnitEvent {}
}
