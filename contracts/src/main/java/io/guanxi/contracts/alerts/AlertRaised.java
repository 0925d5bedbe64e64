package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody must know something. Key: the client, else the subject's stream id.
 *
 * @param alertId made from the cause, so that the same cause cannot raise it twice, see {@link
 *     io.guanxi.contracts.Ids#breach}
 * @param kind see {@link AlertKinds}
 * @param unitId code of the unit it belongs to
 * @param recipients staff codes of who is told at once
 * @param obligationId the obligation that is warned about or breached
 * @param dueAt the due instant that is warned about or breached
 * @param causeId {@code ce_id} of the event that caused it, or the obligation's id
 */
@EventType(name = "alert-raised", description = "Somebody must know something.")
public record AlertRaised(
        UUID alertId,
        String kind,
        Severity severity,
        @MayBeAbsent UUID clientId,
        Subject subject,
        @MayBeAbsent String unitId,
        List<String> recipients,
        @MayBeAbsent UUID obligationId,
        @MayBeAbsent Instant dueAt,
        UUID causeId) {

    /**
     * The thing it is about.
     *
     * @param type for example {@code client}, {@code obligation}, {@code staff}
     * @param id UUID or code
     */
    public record Subject(String type, String id) {}

    public AlertRaised {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }
}
