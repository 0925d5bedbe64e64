package io.guanxi.contracts.activity;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.contracts.MayBeAbsent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * One line of {@code POST /activities} and one record of {@code guanxi.activity}. The Kafka key is
 * {@link ClientRef#key()}; there are no CloudEvents headers. Known by (source, id): the same again
 * is ignored, other content under a known id is rejected.
 *
 * @param id at most 64 characters, unique per source
 * @param source code of the sending system
 * @param at when it happened
 * @param amount of a transaction, balance or revenue, in {@code currency}
 * @param currency ISO 4217; only the bank's base currency is taken
 * @param value of a headcount, qualification (0 to 100) or number of members
 * @param attributes codes: initiator, account, kind, product, category
 */
public record ActivityFact(
        String id,
        String source,
        ClientRef client,
        ActivityType type,
        Instant at,
        @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @MayBeAbsent String currency,
        @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value,
        Map<String, String> attributes) {

    public ActivityFact {
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
