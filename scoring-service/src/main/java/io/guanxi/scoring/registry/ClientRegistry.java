package io.guanxi.scoring.registry;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.clients.ClientClosed;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.contracts.clients.ClientMerged;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.contracts.clients.ClientReopened;
import io.guanxi.contracts.clients.ClientState;
import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps who is scored, and which numbers name them. */
@ApplicationScoped
public class ClientRegistry implements Projection {
    private static final String REGISTERED = Contract.ceType(ClientRegistered.class);
    private static final String CHANGED = Contract.ceType(ClientChanged.class);
    private static final String CLOSED = Contract.ceType(ClientClosed.class);
    private static final String REOPENED = Contract.ceType(ClientReopened.class);
    private static final String MERGED = Contract.ceType(ClientMerged.class);
    private static final String ERASED = Contract.ceType(ClientErased.class);

    @Override
    public String name() {
        return "client-registry";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(REGISTERED, CHANGED, CLOSED, REOPENED, MERGED, ERASED);
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, ClientRows.Known> known = new TreeMap<>();
        List<ClientRows.StateChange> states = new ArrayList<>();
        for (InboundEvent event : events) {
            if (event.type().equals(REGISTERED)) {
                ClientRegistered client = event.as(ClientRegistered.class);
                known.put(
                        client.clientId(),
                        known(
                                client.clientId(),
                                client.kind().name(),
                                client.state(),
                                client.externalIds()));
            } else if (event.type().equals(CHANGED)) {
                ClientChanged client = event.as(ClientChanged.class);
                known.put(
                        client.clientId(),
                        known(
                                client.clientId(),
                                client.kind().name(),
                                client.state(),
                                client.externalIds()));
            } else {
                states.add(stateChange(event));
            }
        }
        ClientRows.keep(connection, List.copyOf(known.values()));
        ClientRows.change(connection, states);
    }

    private static ClientRows.Known known(
            UUID client, String kind, ClientState state, List<ExternalId> numbers) {
        return new ClientRows.Known(client, kind, state, numbers);
    }

    private static ClientRows.StateChange stateChange(InboundEvent event) {
        String type = event.type();
        if (type.equals(CLOSED)) {
            return change(event.as(ClientClosed.class).clientId(), ClientState.CLOSED);
        }
        if (type.equals(REOPENED)) {
            return change(event.as(ClientReopened.class).clientId(), ClientState.ACTIVE);
        }
        if (type.equals(ERASED)) {
            return change(event.as(ClientErased.class).clientId(), ClientState.ERASED);
        }
        ClientMerged merged = event.as(ClientMerged.class);
        return new ClientRows.StateChange(merged.clientId(), ClientState.MERGED, merged.into());
    }

    private static ClientRows.StateChange change(UUID client, ClientState state) {
        return new ClientRows.StateChange(client, state, null);
    }
}
