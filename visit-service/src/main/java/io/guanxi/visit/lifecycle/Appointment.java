package io.guanxi.visit.lifecycle;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * VI-01: who meets whom, when, and what for; all that may be published of it.
 *
 * @param rmId who visits
 * @param purpose code: SERVICE, GIFT, COURTESY, OFFER, INVITATION or another
 * @param contactIds the contacts to be met
 * @param joint staff codes of who comes along
 */
public record Appointment(
        UUID clientId,
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        Channel channel,
        List<UUID> contactIds,
        List<String> joint) {

    public Appointment {
        contactIds = contactIds == null ? List.of() : List.copyOf(contactIds);
        joint = joint == null ? List.of() : List.copyOf(joint);
    }

    Appointment of(String otherRm) {
        return new Appointment(
                clientId, otherRm, purpose, startsAt, endsAt, channel, contactIds, joint);
    }
}
