package io.guanxi.client.publishing;

import io.guanxi.client.client.PublicDetails;
import io.guanxi.contracts.clients.Address;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.clients.ClientFlag;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.contracts.clients.ClientState;
import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.contracts.clients.KeyLevel;
import io.guanxi.contracts.clients.Point;
import io.guanxi.contracts.clients.Stage;
import java.util.List;
import java.util.UUID;

/** A client's public state in the words of the contracts. */
final class PublicClient {
    private PublicClient() {}

    static ClientRegistered registered(UUID id, PublicDetails details) {
        ClientChanged state = changed(id, details);
        return new ClientRegistered(
                state.clientId(),
                state.kind(),
                state.organisationName(),
                state.address(),
                state.segment(),
                state.parentId(),
                state.flags(),
                state.keyLevel(),
                state.externalIds(),
                state.stage(),
                state.state());
    }

    static ClientChanged changed(UUID id, PublicDetails details) {
        return new ClientChanged(
                id,
                ClientKind.valueOf(details.kind().name()),
                details.organisationName(),
                address(details.address()),
                details.segment(),
                details.parentId(),
                flags(details),
                details.keyLevel() == null ? null : KeyLevel.valueOf(details.keyLevel().name()),
                externalIds(details),
                Stage.valueOf(details.stage().name()),
                ClientState.valueOf(details.state().name()));
    }

    private static Address address(io.guanxi.client.client.Address address) {
        if (address == null) {
            return null;
        }
        var point = address.point();
        return new Address(
                address.line(),
                point == null ? null : new Point(point.latitude(), point.longitude()));
    }

    private static List<ClientFlag> flags(PublicDetails details) {
        return details.flags().stream().map(f -> ClientFlag.valueOf(f.name())).toList();
    }

    private static List<ExternalId> externalIds(PublicDetails details) {
        return details.externalIds().stream()
                .map(id -> new ExternalId(id.system(), id.value()))
                .toList();
    }
}
