package io.guanxi.client.staff;

/** A member of staff as the rules see one. */
public sealed interface Staff {

    record Unregistered() implements Staff {}

    /** The name is null once the person's key has been destroyed. */
    record Registered(StaffDetails details, String name) implements Staff {}
}
