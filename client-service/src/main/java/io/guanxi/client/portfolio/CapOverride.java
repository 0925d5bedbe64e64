package io.guanxi.client.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.client.Assignee;
import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.client.Clients;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** PR-02: a full book takes one more client when a second person allows it. */
@ApplicationScoped
class CapOverride {
    private static final String KIND = "cap-override";

    /** What a second person is asked to allow. */
    record Request(String rmId, String note) {}

    private final EventStore store;
    private final Assignees assignees;
    private final Assigning assigning;
    private final FourEyes approvals;

    CapOverride(EventStore store, Assignees assignees, Assigning assigning, FourEyes approvals) {
        this.store = store;
        this.assignees = assignees;
        this.assigning = assigning;
        this.approvals = approvals;
    }

    /** Whether there is anything to allow. */
    boolean needed(String rmId) {
        return assignees.full(store, rmId);
    }

    /** Asks; the client's version counts, so that the decision is about the client as it is now. */
    CommandOutcome ask(UUID client, Request request, CommandContext context) {
        return store.execute(
                context,
                client,
                session -> {
                    int version = registered(session, client);
                    Assignee assignee = assignees.find(session, request.rmId(), 1);
                    if (!assignee.known()) {
                        throw new CommandRefused(ClientRefusal.RM_UNKNOWN);
                    }
                    approvals.ask(
                            session,
                            new FourEyes.Ask(
                                    KIND,
                                    Clients.assignmentOf(client),
                                    client,
                                    assignee.unitId(),
                                    Set.of(Role.SUPERVISOR, Role.HEAD),
                                    version,
                                    request));
                });
    }

    CommandOutcome decide(UUID client, ApprovalBody body, CommandContext context) {
        return store.execute(
                context,
                client,
                session ->
                        approvals.decide(
                                session,
                                Clients.assignmentOf(client),
                                body,
                                registered(session, client),
                                request -> carryOut(session, client, request)));
    }

    CommandOutcome withdraw(UUID client, CommandContext context) {
        return store.execute(
                context,
                client,
                session -> {
                    session.guard(ClientStream.CLIENT, client);
                    approvals.withdraw(session, Clients.assignmentOf(client));
                });
    }

    private void carryOut(Session session, UUID client, JsonNode json) {
        Request request = Json.MAPPER.convertValue(json, Request.class);
        assigning.assign(
                session,
                new Assigning.Ask(
                        client,
                        request.rmId(),
                        session.context().recordedAt(),
                        request.note(),
                        true,
                        true));
    }

    private static int registered(Session session, UUID client) {
        Session.Loaded<?> loaded = session.load(ClientStream.CLIENT, client);
        if (!(loaded.state() instanceof Registered)) {
            throw new CommandRefused(ClientRefusal.UNKNOWN);
        }
        session.guard(ClientStream.CLIENT, client);
        return loaded.version();
    }
}
