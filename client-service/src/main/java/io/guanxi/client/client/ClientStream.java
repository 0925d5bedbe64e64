package io.guanxi.client.client;

import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How clients are stored. */
public final class ClientStream {
    public static final EventTypes<ClientEvent> TYPES =
            EventTypes.of(ClientEvent.class)
                    .type("client-registered", ClientRegistered.class)
                    .type("client-changed", ClientChanged.class)
                    .type("client-moved-to-unit", MovedToUnit.class)
                    .type("relationship-manager-assigned", ManagerAssigned.class)
                    .type("assignment-refused-full", AssignmentRefusedFull.class)
                    .type("client-erased", ClientErased.class)
                    .type("duplicate-reported", DuplicateReported.class)
                    .type("break-glass-opened", BreakGlassOpened.class)
                    .build();

    public static final Aggregate<ClientCommand, Client, ClientEvent> CLIENT =
            Aggregate.of("client", new ClientDecider(), TYPES)
                    .withViews(new BookClientView(), new ClientListView(), new BreakGlassView());

    private ClientStream() {}
}
