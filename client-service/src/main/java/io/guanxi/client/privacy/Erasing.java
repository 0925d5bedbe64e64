package io.guanxi.client.privacy;

import io.guanxi.client.client.Client;
import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientKey;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.portfolio.PortfolioCommand.GiveUp;
import io.guanxi.client.portfolio.PortfolioStream;
import io.guanxi.client.privacy.ErasureCommand.CarryOutErasure;
import io.guanxi.client.privacy.ErasureCommand.LiftHold;
import io.guanxi.client.privacy.ErasureCommand.PlaceHold;
import io.guanxi.client.privacy.ErasureCommand.RequestErasure;
import io.guanxi.client.privacy.ErasureCommand.WithdrawErasure;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.personal.Identifiers;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Holds, and the way to erasure: asked for, allowed by a second person, told to all services. What
 * may be told apart afterwards (codes, amounts, times) stays.
 */
@ApplicationScoped
class Erasing {
    private static final String KIND = "erasure";

    private final EventStore store;
    private final FourEyes approvals;
    private final Retention retention;
    private final Identifiers identifiers;
    private final BusinessClock clock;

    Erasing(
            EventStore store,
            FourEyes approvals,
            Retention retention,
            Identifiers identifiers,
            BusinessClock clock) {
        this.store = store;
        this.approvals = approvals;
        this.retention = retention;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    static String thing(UUID clientId) {
        return "/clients/" + clientId + "/erasure";
    }

    Session.Loaded<Erasure> of(UUID clientId) {
        return store.load(ErasureStream.about(clientId), ErasureStream.of(clientId));
    }

    CommandOutcome request(UUID clientId, String reason, CommandContext context) {
        LocalDate today = clock.today();
        return store.execute(
                context,
                ErasureStream.of(clientId),
                session -> {
                    Registered client = registered(session, clientId);
                    UUID stream = ErasureStream.of(clientId);
                    session.execute(
                            ErasureStream.about(clientId),
                            stream,
                            new RequestErasure(
                                    clientId,
                                    retention.until(clientId, client),
                                    context.actor(),
                                    context.recordedAt(),
                                    today,
                                    reason));
                    approvals.ask(
                            session,
                            new FourEyes.Ask(
                                    KIND,
                                    thing(clientId),
                                    clientId,
                                    client.unitId(),
                                    Set.of(Role.SUPERVISOR, Role.HEAD),
                                    session.load(ErasureStream.about(clientId), stream).version(),
                                    Map.of("clientId", clientId)));
                });
    }

    CommandOutcome decide(UUID clientId, ApprovalBody body, CommandContext context) {
        LocalDate today = clock.today();
        UUID stream = ErasureStream.of(clientId);
        return store.execute(
                context,
                stream,
                session -> {
                    approvals.decide(
                            session,
                            thing(clientId),
                            body,
                            session.load(ErasureStream.about(clientId), stream).version(),
                            _ -> carryOut(session, clientId, today));
                    if (!body.approve()) {
                        withdrawn(session, clientId);
                    }
                });
    }

    private void carryOut(Session session, UUID clientId, LocalDate today) {
        Registered client = registered(session, clientId);
        session.execute(
                ErasureStream.about(clientId),
                ErasureStream.of(clientId),
                new CarryOutErasure(
                        clientId,
                        retention.until(clientId, client),
                        session.context().actor(),
                        session.context().recordedAt(),
                        today));
        ClientKey.of(client.details(), client.personal(), identifiers)
                .forEach(key -> session.release(key.scope(), key.key(), clientId));
        session.record(
                ClientStream.CLIENT,
                clientId,
                new ClientErased(clientId, client.details().erased()));
        client.owner().ifPresent(owner -> leaveBook(session, owner.rmId(), clientId));
    }

    /** PR-02, PR-15: an erased client takes no place, and keeps nobody from leaving. */
    private static void leaveBook(Session session, String rmId, UUID clientId) {
        session.execute(
                PortfolioStream.PORTFOLIO,
                Ids.portfolio(rmId),
                new GiveUp(rmId, List.of(clientId)));
    }

    CommandOutcome withdraw(UUID clientId, CommandContext context) {
        return store.execute(
                context,
                ErasureStream.of(clientId),
                session -> {
                    approvals.withdraw(session, thing(clientId));
                    withdrawn(session, clientId);
                });
    }

    private static void withdrawn(Session session, UUID clientId) {
        session.execute(
                ErasureStream.about(clientId),
                ErasureStream.of(clientId),
                new WithdrawErasure(session.context().actor(), session.context().recordedAt()));
    }

    CommandOutcome hold(UUID clientId, PlaceHold hold, CommandContext context) {
        return store.execute(
                context,
                ErasureStream.of(clientId),
                session -> {
                    registered(session, clientId);
                    session.execute(
                            ErasureStream.about(clientId), ErasureStream.of(clientId), hold);
                });
    }

    CommandOutcome lift(UUID clientId, LiftHold lift, CommandContext context) {
        return store.execute(
                context, ErasureStream.about(clientId), ErasureStream.of(clientId), lift);
    }

    private static Registered registered(Session session, UUID clientId) {
        Client client = session.load(ClientStream.CLIENT, clientId).state();
        if (client instanceof Registered registered) {
            return registered;
        }
        throw new CommandRefused(ClientRefusal.UNKNOWN);
    }
}
