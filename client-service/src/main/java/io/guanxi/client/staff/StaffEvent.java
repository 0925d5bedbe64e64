package io.guanxi.client.staff;

import io.guanxi.kit.eventsourcing.Personal;

/** What is recorded about a member of staff. Stored for ever: add, never rename. */
public sealed interface StaffEvent {

    /** The whole public state, for others read it from this event alone. */
    StaffDetails staff();

    record StaffJoined(StaffDetails staff, @Personal String name) implements StaffEvent {}

    record StaffChanged(StaffDetails staff, @Personal String name) implements StaffEvent {}
}
