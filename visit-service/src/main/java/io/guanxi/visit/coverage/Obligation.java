package io.guanxi.visit.coverage;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A cadence as it stands for one client.
 *
 * @param key the subject its id is made from
 * @param ownerId null: nobody owns the client
 * @param lastContactId null, like {@code lastContactAt}, while it is counted from the assignment
 * @param openedAt the first instant at which a contact is owed
 * @param dueAt the first instant at which it is too late
 */
public record Obligation(
        UUID clientId,
        UUID obligationId,
        String kind,
        String key,
        String row,
        String ownerId,
        Instant lastContactAt,
        UUID lastContactId,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        boolean open,
        int settingsVersion) {

    /** Whether others need to hear; a contact or a setting that moves no date is no news. */
    boolean movedFrom(Obligation before) {
        return before == null
                || open != before.open
                || !Objects.equals(ownerId, before.ownerId)
                || !openedAt.equals(before.openedAt)
                || !warnAt.equals(before.warnAt)
                || !dueAt.equals(before.dueAt);
    }

    Obligation cancelled(int version) {
        return new Obligation(
                clientId,
                obligationId,
                kind,
                key,
                row,
                ownerId,
                lastContactAt,
                lastContactId,
                openedAt,
                warnAt,
                dueAt,
                false,
                version);
    }
}
