package io.guanxi.client.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What may be asked about holds and erasure. */
sealed interface ErasureCommand {

    record PlaceHold(
            UUID holdId, LocalDate until, String byId, Instant at, LocalDate today, String reason)
            implements ErasureCommand {}

    record LiftHold(UUID holdId, String byId, Instant at) implements ErasureCommand {}

    /**
     * Asks for it.
     *
     * @param keptUntil the day until which the law wants the records kept; null: no such day
     */
    record RequestErasure(
            UUID clientId,
            LocalDate keptUntil,
            String byId,
            Instant at,
            LocalDate today,
            String reason)
            implements ErasureCommand {}

    record WithdrawErasure(String byId, Instant at) implements ErasureCommand {}

    record CarryOutErasure(
            UUID clientId, LocalDate keptUntil, String byId, Instant at, LocalDate today)
            implements ErasureCommand {}

    record ConfirmErasure(UUID clientId, String service, List<String> stores, Instant at)
            implements ErasureCommand {}
}
