package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.util.List;
import java.util.UUID;

/**
 * A client as it is now; the whole public state, as in {@link ClientRegistered}. Key: the client.
 */
@EventType(name = "client-changed", description = "A client's whole public state as it is now.")
public record ClientChanged(
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

    public ClientChanged {
        flags = flags == null ? List.of() : List.copyOf(flags);
        externalIds = externalIds == null ? List.of() : List.copyOf(externalIds);
    }
}
