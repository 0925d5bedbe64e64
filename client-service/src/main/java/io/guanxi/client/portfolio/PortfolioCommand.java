package io.guanxi.client.portfolio;

import java.util.List;
import java.util.UUID;

/** What may be asked of a book. */
public sealed interface PortfolioCommand {

    record TakeOn(String staffId, List<UUID> clientIds, int cap) implements PortfolioCommand {
        public TakeOn {
            clientIds = List.copyOf(clientIds);
        }
    }

    record GiveUp(String staffId, List<UUID> clientIds) implements PortfolioCommand {
        public GiveUp {
            clientIds = List.copyOf(clientIds);
        }
    }
}
