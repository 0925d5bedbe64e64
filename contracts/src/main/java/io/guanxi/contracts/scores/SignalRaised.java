package io.guanxi.contracts.scores;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Something about a client's activity should be looked at (CH-02 to CH-04, AL-07). Key: the client.
 *
 * @param signal code, for example {@code LARGE_MOVEMENT}
 * @param amount in the bank's base currency
 */
@EventType(name = "signal-raised", description = "A client's activity should be looked at.")
public record SignalRaised(
        UUID clientId,
        String signal,
        @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Instant at) {}
