package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.util.List;
import java.util.UUID;

/**
 * A client became known to the bank; the whole public state. Key: the client.
 *
 * @param organisationName organisations only; a person's name is never published
 * @param address organisations only
 * @param segment code of the industry group or asset band (CL-01)
 * @param parentId the client this one belongs to in a group
 * @param externalIds the bank's own customer and account numbers
 */
@EventType(name = "client-registered", description = "A client became known; its public state.")
public record ClientRegistered(
        UUID clientId,
        ClientKind kind,
        @MayBeAbsent String organisationName,
        @MayBeAbsent Address address,
        @MayBeAbsent String segment,
        @MayBeAbsent UUID parentId,
        List<ClientFlag> flags,
        @MayBeAbsent KeyLevel keyLevel,
        List<ExternalId> externalIds,
        Stage stage,
        ClientState state) {

    public ClientRegistered {
        flags = flags == null ? List.of() : List.copyOf(flags);
        externalIds = externalIds == null ? List.of() : List.copyOf(externalIds);
    }
}
