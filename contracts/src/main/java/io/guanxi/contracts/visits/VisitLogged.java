package io.guanxi.contracts.visits;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A visit took place and was recorded, without what was said. Key: the client.
 *
 * @param rmId staff code of who visited
 * @param at when it began: the recorded start, else what the log says
 * @param contactIds the contacts who were met
 * @param joint staff codes of who came along
 * @param late the record arrived more than 24 hours after the visit
 */
@EventType(name = "visit-logged", description = "A visit took place and was recorded.")
public record VisitLogged(
        UUID visitId,
        UUID clientId,
        String rmId,
        Channel channel,
        Instant at,
        int durationMinutes,
        List<UUID> contactIds,
        List<String> joint,
        List<Need> needs,
        List<FollowUp> followUps,
        boolean late) {

    /**
     * A need the client spoke of.
     *
     * @param n its number in the log, from 1
     * @param category code
     * @param product code
     * @param amount in the bank's base currency
     */
    public record Need(
            int n,
            String category,
            @MayBeAbsent String product,
            @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}

    /**
     * Something promised.
     *
     * @param n its number in the log, from 1
     * @param due the day by which it was promised
     */
    public record FollowUp(int n, LocalDate due) {}

    public VisitLogged {
        contactIds = contactIds == null ? List.of() : List.copyOf(contactIds);
        joint = joint == null ? List.of() : List.copyOf(joint);
        needs = needs == null ? List.of() : List.copyOf(needs);
        followUps = followUps == null ? List.of() : List.copyOf(followUps);
    }
}
