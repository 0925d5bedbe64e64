package io.guanxi.client.client;

import io.guanxi.client.client.ClientCard.RiskOnCard;
import io.guanxi.client.client.ClientCard.TierOnCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A client in a list. */
public record ClientItem(
        UUID id,
        ClientKind kind,
        String name,
        String segment,
        String unitId,
        List<Flag> flags,
        Stage stage,
        ClientState state,
        String rmId,
        Instant rmSince,
        TierOnCard tier,
        RiskOnCard risk,
        Instant lastContactAt) {

    public static ClientItem of(ClientRow row, boolean personal) {
        PublicDetails details = row.details;
        String personName = personal ? row.personal.personName() : null;
        return new ClientItem(
                row.clientId,
                details.kind(),
                details.kind() == ClientKind.PERSON ? personName : details.organisationName(),
                details.segment(),
                row.unitId,
                details.flags(),
                details.stage(),
                details.state(),
                row.rmId,
                row.rmId == null ? null : row.since,
                ClientCard.tier(row),
                ClientCard.risk(row),
                row.contactAt);
    }
}
