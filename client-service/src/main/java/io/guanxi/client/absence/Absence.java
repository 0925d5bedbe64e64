package io.guanxi.client.absence;

/** An absence as the rules see it. */
public sealed interface Absence {

    record Unrecorded() implements Absence {}

    record Standing(AbsenceDetails details) implements Absence {}

    record Cancelled(AbsenceDetails details) implements Absence {}
}
