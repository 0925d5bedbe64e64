package io.guanxi.client.handover;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.handover.Handover.Requested;
import io.guanxi.client.handover.HandoverCommand.CarryOutHandover;
import io.guanxi.client.handover.HandoverCommand.RequestHandover;
import io.guanxi.client.portfolio.Assigning;
import io.guanxi.client.portfolio.LivingClients;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Hands clients over: one append over the handover, its approval, both books and all the clients,
 * so that whoever looks sees all of it or none.
 */
@ApplicationScoped
class HandingOver {
    private static final String KIND = "handover";

    private final EventStore store;
    private final Assigning assigning;
    private final FourEyes approvals;

    HandingOver(EventStore store, Assigning assigning, FourEyes approvals) {
        this.store = store;
        this.assigning = assigning;
        this.approvals = approvals;
    }

    static String thing(UUID id) {
        return "/handovers/" + id;
    }

    /** Asks; what plainly cannot be is refused at once, and everything is checked again later. */
    CommandOutcome request(
            HandoverDetails handover, String unitId, String reason, CommandContext context) {
        UUID id = handover.handoverId();
        return store.execute(
                context,
                id,
                session -> {
                    List<UUID> clients = clients(session, handover);
                    session.execute(
                            HandoverStream.HANDOVER,
                            id,
                            new RequestHandover(
                                    handover,
                                    context.actor(),
                                    reason,
                                    clients.size(),
                                    owned(session, handover.fromId(), clients)));
                    assigning.requireRoom(session, moving(handover, clients, reason));
                    approvals.ask(
                            session,
                            new FourEyes.Ask(
                                    KIND,
                                    thing(id),
                                    handover.onlyClient().orElse(null),
                                    unitId,
                                    Set.of(Role.SUPERVISOR, Role.HEAD),
                                    session.load(HandoverStream.HANDOVER, id).version(),
                                    Map.of("handoverId", id)));
                });
    }

    CommandOutcome decide(UUID id, ApprovalBody body, CommandContext context) {
        return store.execute(
                context,
                id,
                session ->
                        approvals.decide(
                                session,
                                thing(id),
                                body,
                                session.load(HandoverStream.HANDOVER, id).version(),
                                _ -> carryOut(session, id)));
    }

    CommandOutcome withdraw(UUID id, CommandContext context) {
        return store.execute(
                context,
                id,
                session -> {
                    session.guard(HandoverStream.HANDOVER, id);
                    approvals.withdraw(session, thing(id));
                });
    }

    private void carryOut(Session session, UUID id) {
        if (!(session.load(HandoverStream.HANDOVER, id).state()
                instanceof Requested(var handover, _, var reason))) {
            throw new CommandRefused(HandoverRefusal.UNKNOWN);
        }
        List<UUID> clients = clients(session, handover);
        boolean owned = owned(session, handover.fromId(), clients);
        session.execute(
                HandoverStream.HANDOVER,
                id,
                new CarryOutHandover(clients, owned, session.context().actor()));
        assigning.handOver(session, moving(handover, clients, reason));
    }

    private static Assigning.Moving moving(
            HandoverDetails handover, List<UUID> clients, String reason) {
        return new Assigning.Moving(
                handover.fromId(), handover.toId(), clients, reason, handover.override());
    }

    /** The clients it moves, by the book as it is now; who was erased meanwhile stays behind. */
    private static List<UUID> clients(Session session, HandoverDetails handover) {
        return handover.whole()
                ? LivingClients.of(session, handover.fromId()).clients().stream().sorted().toList()
                : LivingClients.among(session, handover.clientIds());
    }

    private static boolean owned(Session session, String fromId, List<UUID> clients) {
        return clients.stream()
                .allMatch(
                        c ->
                                session.load(ClientStream.CLIENT, c).state()
                                                instanceof Registered client
                                        && client.isOwnedBy(fromId));
    }
}
