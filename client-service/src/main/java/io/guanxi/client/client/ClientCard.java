package io.guanxi.client.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.service.approval.ApprovalCard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * CL-23: the one card that everybody who serves the client sees.
 *
 * @param unitId the unit whose book the client is in
 * @param rmId who owns the client; null: nobody
 * @param tier null before the first tier run that knows the client
 * @param risk null before the first judgement
 * @param lastContact null before the first logged visit
 * @param obligations what the client is owed, the earliest due first; null in the past
 * @param approval what waits for a second person; null: nothing does
 */
public record ClientCard(
        UUID id,
        ClientKind kind,
        String name,
        String segment,
        String unitId,
        UUID parentId,
        List<Flag> flags,
        KeyLevel keyLevel,
        List<ClientBody.ExternalIdBody> externalIds,
        ClientBody.IdentifiersBody identifiers,
        Source source,
        String referrer,
        ClientBody.AddressBody address,
        ObjectNode profile,
        Stage stage,
        ClientState state,
        String rmId,
        Instant rmSince,
        TierOnCard tier,
        RiskOnCard risk,
        ContactOnCard lastContact,
        List<OwedOnCard> obligations,
        ApprovalCard approval) {

    /** The tier, and since when. */
    public record TierOnCard(String tier, boolean provisional, Instant at) {}

    /** The churn risk, and since when. */
    public record RiskOnCard(
            String level,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal risk,
            Instant at) {}

    /** The last visit that was logged. */
    public record ContactOnCard(UUID visitId, String channel, Instant at) {}

    /**
     * Something owed to the client.
     *
     * @param state MET until {@code openedAt}, DUE until {@code dueAt}, then OVERDUE; or PAUSED
     */
    public record OwedOnCard(
            UUID obligationId,
            String kind,
            String state,
            Instant openedAt,
            Instant warnAt,
            Instant dueAt) {}

    static ClientCard of(
            ClientRow row, boolean personal, List<OwedOnCard> owed, ApprovalCard approval) {
        PrivateDetails known = personal ? row.personal : PrivateDetails.FORGOTTEN;
        ClientBody body = ClientBody.of(row.clientId, row.unitId, row.details, known);
        return new ClientCard(
                row.clientId,
                body.kind(),
                body.name(),
                body.segment(),
                row.unitId,
                body.parentId(),
                body.flags(),
                row.details.keyLevel(),
                body.externalIds(),
                body.identifiers(),
                body.source(),
                body.referrer(),
                body.address(),
                body.profile(),
                row.details.stage(),
                row.details.state(),
                row.rmId,
                row.rmId == null ? null : row.since,
                tier(row),
                risk(row),
                row.contactAt == null
                        ? null
                        : new ContactOnCard(row.visitId, row.channel, row.contactAt),
                owed,
                approval);
    }

    /** The own fields alone: what other services contributed then is theirs to say. */
    static ClientCard past(Client.Registered client, boolean personal) {
        PrivateDetails known = personal ? client.personal() : PrivateDetails.FORGOTTEN;
        PublicDetails details = client.details();
        ClientBody body = ClientBody.of(client.clientId(), client.unitId(), details, known);
        return new ClientCard(
                client.clientId(),
                body.kind(),
                body.name(),
                body.segment(),
                client.unitId(),
                body.parentId(),
                body.flags(),
                details.keyLevel(),
                body.externalIds(),
                body.identifiers(),
                body.source(),
                body.referrer(),
                body.address(),
                body.profile(),
                details.stage(),
                details.state(),
                client.owner().map(Ownership::rmId).orElse(null),
                client.owner().map(Ownership::since).orElse(null),
                null,
                null,
                null,
                null,
                null);
    }

    static TierOnCard tier(ClientRow row) {
        return row.tier == null
                ? null
                : new TierOnCard(row.tier, Boolean.TRUE.equals(row.provisional), row.tierAt);
    }

    static RiskOnCard risk(ClientRow row) {
        return row.riskLevel == null ? null : new RiskOnCard(row.riskLevel, row.risk, row.riskAt);
    }
}
