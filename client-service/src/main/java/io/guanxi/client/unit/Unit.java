package io.guanxi.client.unit;

/** A unit as its rules see it. */
public sealed interface Unit {

    record Unopened() implements Unit {}

    record Open(UnitDetails details) implements Unit {}
}
