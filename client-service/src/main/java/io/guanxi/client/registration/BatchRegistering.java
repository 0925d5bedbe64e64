package io.guanxi.client.registration;

import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.PrivateDetails;
import io.guanxi.client.portfolio.Assigning;
import io.guanxi.client.registration.Batches.Batch;
import io.guanxi.client.unit.Units;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.personal.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Registers a batch of clients, and gives them to their manager, in one append. */
@ApplicationScoped
class BatchRegistering {
    private final EventStore store;
    private final SubjectKeys keys;
    private final Registering registering;
    private final Assigning assigning;

    BatchRegistering(
            EventStore store, SubjectKeys keys, Registering registering, Assigning assigning) {
        this.store = store;
        this.keys = keys;
        this.registering = registering;
        this.assigning = assigning;
    }

    void register(Batch batch, CommandContext context) {
        keys.prepare(
                batch.entries().stream()
                        .map(Batches.Entry::client)
                        .filter(client -> !client.personal().equals(PrivateDetails.FORGOTTEN))
                        .map(Newcomer::id)
                        .toList());
        UUID main =
                batch.rmId().map(Ids::portfolio).orElse(batch.entries().getFirst().client().id());
        store.execute(context.occurring(batch.since()), main, session -> register(session, batch));
    }

    private void register(Session session, Batch batch) {
        List<Newcomer> clients = batch.entries().stream().map(Batches.Entry::client).toList();
        session.preload(streams(batch, clients));
        for (Newcomer client : clients) {
            if (!Units.exists(session, client.unitId())) {
                throw new CommandRefused(ClientRefusal.UNIT_UNKNOWN);
            }
            registering.recordIn(session, client);
        }
        batch.rmId()
                .ifPresent(
                        rmId ->
                                assigning.assignNew(
                                        session,
                                        rmId,
                                        batch.since(),
                                        clients.stream().map(Newcomer::id).toList()));
    }

    private static Set<UUID> streams(Batch batch, List<Newcomer> clients) {
        Set<UUID> streams = new HashSet<>();
        for (Newcomer client : clients) {
            streams.add(client.id());
            streams.add(Ids.unit(client.unitId()));
        }
        batch.rmId()
                .ifPresent(
                        rmId -> {
                            streams.add(Ids.staff(rmId));
                            streams.add(Ids.portfolio(rmId));
                        });
        return streams;
    }
}
