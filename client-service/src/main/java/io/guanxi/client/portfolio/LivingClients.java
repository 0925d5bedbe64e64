package io.guanxi.client.portfolio;

import io.guanxi.client.client.Client;
import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientState;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.portfolio.PortfolioCommand.GiveUp;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Session;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who is in a manager's book. An erasure takes its client off the book; those erased before it did
 * so are taken off here, where they would be in somebody's way.
 */
public final class LivingClients {
    private LivingClients() {}

    /** The manager's book, without any that were erased. */
    public static Portfolio of(Session session, String rmId) {
        UUID book = Ids.portfolio(rmId);
        Portfolio portfolio = session.load(PortfolioStream.PORTFOLIO, book).state();
        Set<UUID> living = Set.copyOf(among(session, portfolio.clients()));
        List<UUID> erased =
                portfolio.clients().stream().filter(client -> !living.contains(client)).toList();
        return erased.isEmpty()
                ? portfolio
                : session.execute(PortfolioStream.PORTFOLIO, book, new GiveUp(rmId, erased));
    }

    /** Those of the clients that were not erased, by id, read together. */
    public static List<UUID> among(Session session, Collection<UUID> clients) {
        List<UUID> sorted = clients.stream().sorted().toList();
        session.preload(sorted);
        return sorted.stream().filter(client -> !erased(session, client)).toList();
    }

    private static boolean erased(Session session, UUID clientId) {
        Client client = session.load(ClientStream.CLIENT, clientId).state();
        return client instanceof Registered registered
                && registered.details().state() == ClientState.ERASED;
    }
}
