package io.guanxi.client.registration;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientCommand.RegisterClient;
import io.guanxi.client.client.ClientKey;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.client.Duplicates;
import io.guanxi.client.portfolio.Assigning;
import io.guanxi.client.unit.Units;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.personal.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;

/** Registers one client, with its numbers reserved, and with an owner if there is one. */
@ApplicationScoped
class Registering {
    private final EventStore store;
    private final Assigning assigning;
    private final Identifiers fingerprints;
    private final Duplicates duplicates;
    private final Book book;

    Registering(
            EventStore store,
            Assigning assigning,
            Identifiers fingerprints,
            Duplicates duplicates,
            Book book) {
        this.store = store;
        this.assigning = assigning;
        this.fingerprints = fingerprints;
        this.duplicates = duplicates;
        this.book = book;
    }

    CommandOutcome register(Newcomer client, CommandContext context) {
        return duplicates.reported(
                context,
                () ->
                        store.execute(
                                context.occurring(client.since()),
                                client.id(),
                                session -> register(session, client)));
    }

    private void register(Session session, Newcomer client) {
        if (client.parentId() != null && !parentKnown(session, client)) {
            throw new CommandRefused(ClientRefusal.PARENT_UNKNOWN);
        }
        admit(session, client);
        assign(session, client);
    }

    /** To the owner it comes with, if it has one. */
    void assign(Session session, Newcomer client) {
        if (client.rmId() != null) {
            assigning.assign(
                    session,
                    new Assigning.Ask(
                            client.id(), client.rmId(), client.since(), null, false, false));
        }
    }

    private boolean parentKnown(Session session, Newcomer client) {
        return session.load(ClientStream.CLIENT, client.parentId()).state() instanceof Registered
                && book.readable(client.parentId());
    }

    /** The record and its numbers, in a unit that exists; its parent has been checked. */
    void admit(Session session, Newcomer client) {
        if (!Units.exists(session, client.unitId())) {
            throw new CommandRefused(ClientRefusal.UNIT_UNKNOWN);
        }
        session.create(
                ClientStream.CLIENT,
                client.id(),
                new RegisterClient(
                        client.id(), client.unitId(), client.details(), client.personal()));
        for (ClientKey key : ClientKey.of(client.details(), client.personal(), fingerprints)) {
            session.reserve(key.scope(), key.key(), client.id(), key);
        }
    }
}
