package io.guanxi.client.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.body.Bodies;
import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.Client.Unregistered;
import io.guanxi.client.client.ClientCommand.ChangeClient;
import io.guanxi.client.unit.Units;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.personal.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Changing what is known of a client, by merge patch. */
@ApplicationScoped
class ClientChanging {
    private final EventStore store;
    private final Bodies bodies;
    private final Book book;
    private final Identifiers fingerprints;
    private final Duplicates duplicates;
    private final QualityMark qualityMark;

    ClientChanging(
            EventStore store,
            Bodies bodies,
            Book book,
            Identifiers fingerprints,
            Duplicates duplicates,
            QualityMark qualityMark) {
        this.store = store;
        this.bodies = bodies;
        this.book = book;
        this.fingerprints = fingerprints;
        this.duplicates = duplicates;
        this.qualityMark = qualityMark;
    }

    CommandOutcome change(UUID id, JsonNode patch, CommandContext context) {
        return duplicates.reported(
                context, () -> store.execute(context, id, session -> change(session, id, patch)));
    }

    private void change(Session session, UUID id, JsonNode patch) {
        Registered client = registered(session.load(ClientStream.CLIENT, id).state());
        PublicDetails before = client.details();
        ClientBody current = ClientBody.of(id, client.unitId(), before, client.personal());
        ClientBody after = bodies.merged(current, patch, ClientBody.class);
        if (!id.equals(after.id())) {
            throw Problem.badRequest("id.fixed", "The id of a client stays.");
        }
        qualityMark.require(before.flags(), after.flags());
        requireParent(session, after.parentId(), before.parentId());
        if (!Units.exists(session, after.unitId())) {
            throw Problem.conflict(
                    ClientRefusal.UNIT_UNKNOWN.code(), ClientRefusal.UNIT_UNKNOWN.detail());
        }
        PublicDetails details =
                after.publicDetails(before.stage(), before.state(), before.keyLevel());
        session.execute(
                ClientStream.CLIENT,
                id,
                new ChangeClient(
                        after.unitId(),
                        details,
                        after.privateDetails(),
                        session.context().recordedAt()));
        exchange(
                session,
                id,
                ClientKey.of(before, client.personal(), fingerprints),
                ClientKey.of(details, after.privateDetails(), fingerprints));
    }

    private void requireParent(Session session, UUID parent, UUID before) {
        if (parent != null
                && !Objects.equals(parent, before)
                && !(session.load(ClientStream.CLIENT, parent).state() instanceof Registered
                        && book.readable(parent))) {
            throw Problem.conflict(
                    ClientRefusal.PARENT_UNKNOWN.code(), ClientRefusal.PARENT_UNKNOWN.detail());
        }
    }

    private static void exchange(
            Session session, UUID owner, List<ClientKey> before, List<ClientKey> after) {
        before.stream()
                .filter(key -> !after.contains(key))
                .forEach(key -> session.release(key.scope(), key.key(), owner));
        after.stream()
                .filter(key -> !before.contains(key))
                .forEach(key -> session.reserve(key.scope(), key.key(), owner, key));
    }

    private static Registered registered(Client client) {
        return switch (client) {
            case Registered registered -> registered;
            case Unregistered _ -> throw Problem.notFound(ClientRefusal.UNKNOWN.code());
        };
    }
}
