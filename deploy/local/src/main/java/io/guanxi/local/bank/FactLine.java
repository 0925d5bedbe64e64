package io.guanxi.local.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One line of POST /activities, which is also the value of one record on guanxi.activity. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FactLine(
        String id,
        String source,
        UUID client,
        String type,
        Instant at,
        String amount,
        String currency,
        String value,
        Map<String, String> attributes) {

    /** A fact about money. */
    static FactLine money(
            String id,
            String source,
            UUID client,
            String type,
            Instant at,
            BigDecimal amount,
            String currency,
            Map<String, String> attributes) {
        return new FactLine(
                id, source, client, type, at, amount.toPlainString(), currency, null, attributes);
    }

    /** A fact that is a number or a code. */
    static FactLine value(
            String id,
            String source,
            UUID client,
            String type,
            Instant at,
            String value,
            Map<String, String> attributes) {
        return new FactLine(id, source, client, type, at, null, null, value, attributes);
    }
}
