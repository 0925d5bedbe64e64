package io.guanxi.client.staff;

/** A member of staff as the rules see one. */
public sealed interface Staff {

    record Unregistered() implements Staff {}

    /**
     * Somebody who works, or has worked, for the bank.
     *
     * @param name null once the person's key has been destroyed
     * @param duty to qualify again; null where no qualification is held
     */
    record Registered(StaffDetails details, String name, QualificationDuty duty) implements Staff {

        Registered with(StaffDetails newDetails) {
            return new Registered(newDetails, name, duty);
        }
    }
}
