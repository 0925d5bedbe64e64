package io.guanxi.client.portfolio;

import java.util.List;
import java.util.UUID;

/** What is recorded about a manager's book. Stored for ever: add, never rename. */
public sealed interface PortfolioEvent {

    record ClientsTakenOn(String staffId, List<UUID> clientIds) implements PortfolioEvent {
        public ClientsTakenOn {
            clientIds = List.copyOf(clientIds);
        }
    }

    record ClientsGivenUp(String staffId, List<UUID> clientIds) implements PortfolioEvent {
        public ClientsGivenUp {
            clientIds = List.copyOf(clientIds);
        }
    }
}
