package io.guanxi.client.staff;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A member of staff as the rules see one. */
public sealed interface Staff {

    record Unregistered() implements Staff {}

    /**
     * Somebody who works, or has worked, for the bank.
     *
     * @param name null once the person's key has been destroyed
     */
    record Registered(StaffDetails details, String name, Duties duties) implements Staff {

        Registered with(StaffDetails newDetails) {
            return new Registered(newDetails, name, duties);
        }

        Registered owing(Duties newDuties) {
            return new Registered(details, name, newDuties);
        }
    }

    /**
     * What somebody must renew.
     *
     * @param qualification null where none is held
     * @param licences by kind
     */
    record Duties(RenewalDuty qualification, SortedMap<String, RenewalDuty> licences) {
        static final Duties NONE = new Duties(null, new TreeMap<>());

        public Duties {
            licences = Collections.unmodifiableSortedMap(new TreeMap<>(licences));
        }

        Duties qualified(RenewalDuty duty) {
            return duty == null ? this : new Duties(duty, licences);
        }

        Duties licensed(String kind, RenewalDuty duty) {
            SortedMap<String, RenewalDuty> next = new TreeMap<>(licences);
            next.put(kind, duty);
            return new Duties(qualification, next);
        }

        Duties without(String kind) {
            SortedMap<String, RenewalDuty> next = new TreeMap<>(licences);
            next.remove(kind);
            return new Duties(qualification, next);
        }
    }
}
