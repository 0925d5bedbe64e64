package io.guanxi.kit.service.personal;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Rebuilds;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.personal.MemoryDecider.Forget;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Destroys the client's key, drops what a rebuild has left, purges every {@link PersonalStore},
 * looks whether anything is left, and only then records (and so confirms) it. All of it may be done
 * again after a crash.
 */
@ApplicationScoped
public class WhenClientErasedThenForget implements Reaction {
    private static final Logger LOG = Logger.getLogger(WhenClientErasedThenForget.class);
    private static final String KEY = "subject_key";

    private final SubjectKeys keys;
    private final List<PersonalStore> stores;
    private final javax.sql.DataSource database;

    WhenClientErasedThenForget(
            SubjectKeys keys,
            @All List<PersonalStore> stores,
            @DataSource("write") javax.sql.DataSource database) {
        this.keys = keys;
        this.stores = List.copyOf(stores);
        this.database = database;
    }

    @Override
    public String name() {
        return "when-client-erased-then-forget";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(ClientErased.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(MemoryStream.of(UUID.fromString(event.key())));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID clientId = UUID.fromString(event.key());
        keys.destroy(clientId);
        requireNoCopies();
        List<String> looked = new ArrayList<>();
        looked.add(KEY);
        looked.addAll(purge(clientId));
        session.execute(
                MemoryStream.MEMORY, MemoryStream.of(clientId), new Forget(clientId, looked));
        LOG.infof("Forgot client %s in %s", clientId, looked);
    }

    /** A table that is being rebuilt stands twice: the confirmation waits until it is one again. */
    private void requireNoCopies() {
        Set<String> copied = Rebuilds.giveUpAbandoned(database);
        for (PersonalStore store : stores) {
            if (copied.contains(store.name())) {
                throw new StoreException.Unavailable(
                        new IllegalStateException(store.name() + " is being rebuilt"));
            }
        }
    }

    /** In a transaction of its own: what was purged stays purged whatever becomes of the batch. */
    private List<String> purge(UUID clientId) {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (PersonalStore store : stores) {
                store.purge(connection, clientId);
                long left = store.remaining(connection, clientId);
                if (left > 0) {
                    throw new IllegalStateException(
                            left + " rows of " + store.name() + " are not purged");
                }
                names.add(store.name());
            }
            return names;
        } catch (SQLException e) {
            // Comes again, for as long as it takes.
            throw new StoreException.Unavailable(e);
        }
    }
}
