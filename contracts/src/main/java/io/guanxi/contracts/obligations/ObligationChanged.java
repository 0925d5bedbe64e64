package io.guanxi.contracts.obligations;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An obligation as it is now, whole: consumers upsert it. A cadence keeps one obligation that is
 * moved, never closed; its state for people follows from the clock (met before {@code openedAt},
 * due until {@code dueAt}, overdue from then on). Key: the client, else the owner's stream id.
 *
 * @param kind see {@link ObligationKinds}
 * @param key the subject its id is made from
 * @param clientId absent for a duty of the manager (log, qualification)
 * @param ownerId staff code of who must act; absent while nobody owns the client
 * @param openedAt when it begins to be owed
 * @param warnAt when to warn; before {@code dueAt}
 * @param dueAt the first instant at which it is too late
 * @param clock how its time is counted
 * @param elapsed ISO 8601, the time used up when it was paused
 * @param metAt when it was met; one-offs only
 * @param learnedAt when that became known
 * @param settingsVersion of the settings document that its times were reckoned with
 */
@EventType(name = "obligation-changed", description = "An obligation as it is now, whole.")
public record ObligationChanged(
        UUID obligationId,
        String kind,
        String key,
        @MayBeAbsent UUID clientId,
        @MayBeAbsent String ownerId,
        Basis basis,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        ObligationClock clock,
        ObligationState state,
        @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) Duration elapsed,
        @MayBeAbsent Instant metAt,
        @MayBeAbsent Instant learnedAt,
        int settingsVersion) {

    /**
     * Why it is owed, and why by then.
     *
     * @param row the row of the domain catalogue, for example {@code VI-06}
     * @param lastContactAt the contact its period is counted from
     * @param lastContactId the visit behind it
     * @param causeId the thing that made a one-off, for example a complaint
     */
    public record Basis(
            String row,
            @MayBeAbsent Instant lastContactAt,
            @MayBeAbsent UUID lastContactId,
            @MayBeAbsent UUID causeId) {}
}
