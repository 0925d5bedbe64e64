package io.guanxi.client.portfolio;

import io.guanxi.client.client.Assignee;
import io.guanxi.client.client.Client;
import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientCommand.AssignManager;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.client.Ownership;
import io.guanxi.client.portfolio.PortfolioCommand.GiveUp;
import io.guanxi.client.portfolio.PortfolioCommand.TakeOn;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives a client to a manager: one append over the client, the new owner's book and the old one's,
 * so that the cap holds whoever else assigns at the same moment.
 */
@ApplicationScoped
public class Assigning {

    /**
     * What is asked.
     *
     * @param mayTransfer whether the asker may take a client from its owner
     * @param override PR-02: whether a second person allowed one more than the cap
     */
    public record Ask(
            UUID clientId,
            String rmId,
            Instant since,
            String note,
            boolean mayTransfer,
            boolean override) {}

    private final EventStore store;
    private final Assignees assignees;
    private final TierBook tiers;
    private final BusinessClock clock;

    Assigning(EventStore store, Assignees assignees, TierBook tiers, BusinessClock clock) {
        this.store = store;
        this.assignees = assignees;
        this.tiers = tiers;
        this.clock = clock;
    }

    public CommandOutcome assign(Ask ask, CommandContext context) {
        return store.execute(
                context.occurring(ask.since()), ask.clientId(), session -> assign(session, ask));
    }

    /** The same, as a part of a larger command. */
    public void assign(Session session, Ask ask) {
        Optional<Ownership> before = owner(session, ask.clientId());
        if (before.filter(o -> o.rmId().equals(ask.rmId())).isPresent()) {
            return;
        }
        Assignee found = assignees.find(session, ask.rmId(), 1);
        Assignee assignee = ask.override() ? found.withoutCap() : found;
        boolean needsOwn =
                assignee.phone() && !tiers.needingOwnManager(List.of(ask.clientId())).isEmpty();
        session.execute(
                ClientStream.CLIENT, ask.clientId(), command(session, ask, assignee, needsOwn));
        List<UUID> client = List.of(ask.clientId());
        session.execute(
                PortfolioStream.PORTFOLIO,
                Ids.portfolio(ask.rmId()),
                new TakeOn(ask.rmId(), client, assignee.cap()));
        before.ifPresent(
                old ->
                        session.execute(
                                PortfolioStream.PORTFOLIO,
                                Ids.portfolio(old.rmId()),
                                new GiveUp(old.rmId(), client)));
    }

    /**
     * Gives clients that the same session registers to a manager: one event in the book.
     *
     * @param clients since when, by id
     */
    public void assignNew(Session session, String rmId, Map<UUID, Instant> clients) {
        Assignee assignee = assignees.find(session, rmId, clients.size());
        if (assignee.occupied() + clients.size() > assignee.cap() && assignee.known()) {
            throw new CommandRefused(ClientRefusal.PORTFOLIO_FULL);
        }
        clients.forEach(
                (client, since) -> {
                    session.occurring(since);
                    Ask ask = new Ask(client, rmId, since, null, false, false);
                    session.execute(
                            ClientStream.CLIENT, client, command(session, ask, assignee, false));
                });
        session.occurring(Collections.min(clients.values()));
        session.execute(
                PortfolioStream.PORTFOLIO,
                Ids.portfolio(rmId),
                new TakeOn(rmId, List.copyOf(clients.keySet()), assignee.cap()));
    }

    /**
     * A book, or a part of it, on its way.
     *
     * @param clients all owned by {@code fromId}
     * @param override PR-02: whether a second person allowed more than the cap
     */
    public record Moving(
            String fromId, String toId, List<UUID> clients, String note, boolean override) {}

    /** Refuses early what {@link #handOver} would refuse: an unknown manager, or a full book. */
    public void requireRoom(Session session, Moving moving) {
        Assignee assignee = assignee(session, moving);
        if (!assignee.known()) {
            throw new CommandRefused(ClientRefusal.RM_UNKNOWN);
        }
        if (!assignee.qualifiedOn(today(session))) {
            throw new CommandRefused(ClientRefusal.RM_NOT_QUALIFIED);
        }
        if (assignee.full()) {
            move(session, moving, assignee, moving.clients().getFirst(), Set.of());
        }
    }

    /** All of the clients go to the new manager, as a part of a larger command. */
    public void handOver(Session session, Moving moving) {
        Assignee assignee = assignee(session, moving);
        Set<UUID> needingOwn =
                assignee.phone() ? tiers.needingOwnManager(moving.clients()) : Set.of();
        for (UUID client : moving.clients()) {
            move(session, moving, assignee, client, needingOwn);
        }
        session.execute(
                PortfolioStream.PORTFOLIO,
                Ids.portfolio(moving.toId()),
                new TakeOn(moving.toId(), moving.clients(), assignee.cap()));
        session.execute(
                PortfolioStream.PORTFOLIO,
                Ids.portfolio(moving.fromId()),
                new GiveUp(moving.fromId(), moving.clients()));
    }

    /** PR-02: with too few places for all, the first client of them is the one refused. */
    private Assignee assignee(Session session, Moving moving) {
        Assignee found = assignees.find(session, moving.toId(), moving.clients().size());
        return moving.override()
                ? found.withoutCap()
                : found.withoutPlaces(moving.clients().size());
    }

    private void move(
            Session session, Moving moving, Assignee assignee, UUID client, Set<UUID> needingOwn) {
        Instant now = session.context().recordedAt();
        session.execute(
                ClientStream.CLIENT,
                client,
                new AssignManager(
                        client,
                        assignee,
                        now,
                        now,
                        today(session),
                        moving.note(),
                        session.context().actor(),
                        true,
                        needingOwn.contains(client),
                        true));
    }

    private LocalDate today(Session session) {
        return LocalDate.ofInstant(session.context().recordedAt(), clock.zone());
    }

    private AssignManager command(
            Session session, Ask ask, Assignee assignee, boolean needsOwnManager) {
        Instant now = session.context().recordedAt();
        return new AssignManager(
                ask.clientId(),
                assignee,
                ask.since(),
                now,
                today(session),
                ask.note(),
                session.context().actor(),
                ask.mayTransfer(),
                needsOwnManager,
                false);
    }

    private static Optional<Ownership> owner(Session session, UUID clientId) {
        Client client = session.load(ClientStream.CLIENT, clientId).state();
        return client instanceof Registered registered ? registered.owner() : Optional.empty();
    }
}
