package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.contracts.activity.ClientRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** Makes the facts of one source. */
final class Facts {
    private final String source;
    private final String currency;
    private final ZoneId zone;

    Facts(String source, String currency, ZoneId zone) {
        this.source = source;
        this.currency = currency;
        this.zone = zone;
    }

    ActivityFact money(
            String id,
            UUID client,
            ActivityType type,
            LocalDate day,
            BigDecimal amount,
            Map<String, String> attributes) {
        return new ActivityFact(
                id,
                source,
                new ClientRef.ById(client),
                type,
                at(day),
                amount,
                currency,
                null,
                attributes);
    }

    /** A fact that is a number. */
    ActivityFact number(
            String id,
            UUID client,
            ActivityType type,
            LocalDate day,
            int value,
            Map<String, String> attributes) {
        return new ActivityFact(
                id,
                source,
                new ClientRef.ById(client),
                type,
                at(day),
                null,
                null,
                BigDecimal.valueOf(value),
                attributes);
    }

    /**
     * The sources have days but no hours: noon is the same day in every zone they are read from.
     */
    private Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(zone).toInstant();
    }
}
