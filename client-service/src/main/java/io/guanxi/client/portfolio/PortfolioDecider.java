package io.guanxi.client.portfolio;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.portfolio.PortfolioCommand.GiveUp;
import io.guanxi.client.portfolio.PortfolioCommand.TakeOn;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsGivenUp;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsTakenOn;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.List;
import java.util.UUID;

/** PR-02: a book holds no more clients than its cap. */
public final class PortfolioDecider
        implements Decider<PortfolioCommand, Portfolio, PortfolioEvent> {

    @Override
    public Portfolio initialState() {
        return Portfolio.EMPTY;
    }

    @Override
    public Decision<PortfolioEvent> decide(PortfolioCommand command, Portfolio book) {
        return switch (command) {
            case TakeOn takeOn -> takeOn(takeOn, book);
            case GiveUp giveUp -> giveUp(giveUp, book);
        };
    }

    private static Decision<PortfolioEvent> takeOn(TakeOn command, Portfolio book) {
        List<UUID> fresh =
                command.clientIds().stream()
                        .distinct()
                        .filter(c -> !book.clients().contains(c))
                        .toList();
        if (fresh.isEmpty()) {
            return accept();
        }
        return book.occupied() + fresh.size() > command.cap()
                ? refuse(ClientRefusal.PORTFOLIO_FULL)
                : accept(new ClientsTakenOn(command.staffId(), fresh));
    }

    private static Decision<PortfolioEvent> giveUp(GiveUp command, Portfolio book) {
        List<UUID> held =
                command.clientIds().stream().distinct().filter(book.clients()::contains).toList();
        return held.isEmpty() ? accept() : accept(new ClientsGivenUp(command.staffId(), held));
    }

    @Override
    public Portfolio evolve(Portfolio book, PortfolioEvent event) {
        return switch (event) {
            case ClientsTakenOn(_, var clients) -> book.with(clients);
            case ClientsGivenUp(_, var clients) -> book.without(clients);
        };
    }
}
