package io.guanxi.visit.lifecycle;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What shall be different about a visit; null leaves a component as it is.
 *
 * @param place taken away when {@code noPlace} is set
 */
public record AppointmentChange(
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        Channel channel,
        List<UUID> contactIds,
        List<String> joint,
        Place place,
        boolean noPlace) {

    Appointment appliedTo(Appointment before) {
        return new Appointment(
                before.clientId(),
                or(rmId, before.rmId()),
                or(purpose, before.purpose()),
                or(startsAt, before.startsAt()),
                or(endsAt, before.endsAt()),
                or(channel, before.channel()),
                or(contactIds, before.contactIds()),
                or(joint, before.joint()));
    }

    Place appliedTo(Place before) {
        return noPlace ? null : or(place, before);
    }

    /** The components in which two appointments differ, by their names in the API. */
    static List<String> differences(
            Appointment one, Place itsPlace, Appointment other, Place otherPlace) {
        List<String> fields = new ArrayList<>();
        add(fields, "rmId", one.rmId(), other.rmId());
        add(fields, "purpose", one.purpose(), other.purpose());
        add(fields, "startsAt", one.startsAt(), other.startsAt());
        add(fields, "endsAt", one.endsAt(), other.endsAt());
        add(fields, "channel", one.channel(), other.channel());
        add(fields, "contactIds", one.contactIds(), other.contactIds());
        add(fields, "joint", one.joint(), other.joint());
        add(fields, "place", itsPlace, otherPlace);
        return fields;
    }

    private static void add(List<String> fields, String name, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(name);
        }
    }

    private static <T> T or(T changed, T before) {
        return changed == null ? before : changed;
    }
}
