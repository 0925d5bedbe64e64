package io.guanxi.kit.service.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time of the business: nothing else is asked for the time in rules, projections and timers. It
 * runs with the wall clock, ahead of or behind it by an offset that only a demo moves.
 */
@ApplicationScoped
public class BusinessClock {
    private final ZoneId zone;

    BusinessClock(@ConfigProperty(name = "guanxi.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** Now, to the microsecond, as the database keeps it. */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** The bank's time zone. */
    public ZoneId zone() {
        return zone;
    }
}
