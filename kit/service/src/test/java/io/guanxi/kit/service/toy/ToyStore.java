package io.guanxi.kit.service.toy;

import io.guanxi.kit.service.personal.PersonalStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers whom it was told to forget. */
@ApplicationScoped
public class ToyStore implements PersonalStore {
    private final Set<UUID> purged = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "toy_shelf";
    }

    @Override
    public void purge(Connection connection, UUID clientId) {
        purged.add(clientId);
    }

    @Override
    public long remaining(Connection connection, UUID clientId) {
        return purged.contains(clientId) ? 0 : 1;
    }
}
