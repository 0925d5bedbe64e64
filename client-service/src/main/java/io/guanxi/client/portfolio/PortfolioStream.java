package io.guanxi.client.portfolio;

import io.guanxi.client.portfolio.PortfolioEvent.ClientsGivenUp;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsTakenOn;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How books are stored. */
public final class PortfolioStream {
    public static final EventTypes<PortfolioEvent> TYPES =
            EventTypes.of(PortfolioEvent.class)
                    .type("clients-taken-on", ClientsTakenOn.class)
                    .type("clients-given-up", ClientsGivenUp.class)
                    .build();

    public static final Aggregate<PortfolioCommand, Portfolio, PortfolioEvent> PORTFOLIO =
            Aggregate.of("portfolio", new PortfolioDecider(), TYPES)
                    .snapshotEvery(100, Portfolio.class);

    private PortfolioStream() {}
}
