package io.guanxi.contracts.visits;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit was planned, or came into being by an ad-hoc record. Key: the client.
 *
 * @param rmId staff code of who visits
 * @param purpose code (VI-01): SERVICE, GIFT, COURTESY, OFFER, INVITATION or another
 * @param joint staff codes of who comes along
 * @param adHoc recorded without an appointment made in time (VI-03)
 * @param reasonCode code of why it is so; absent when it was simply planned
 */
@EventType(
        name = "visit-planned",
        description = "A visit was planned, or came into being by an ad-hoc record.")
public record VisitPlanned(
        UUID visitId,
        UUID clientId,
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        Channel channel,
        List<String> joint,
        boolean adHoc,
        @MayBeAbsent String reasonCode) {

    public VisitPlanned {
        joint = joint == null ? List.of() : List.copyOf(joint);
    }
}
