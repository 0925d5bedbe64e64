package io.guanxi.client.portfolio;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clients in a manager's book. Its stream's version is what holds the cap (PR-02). */
public record Portfolio(Set<UUID> clients) {
    static final Portfolio EMPTY = new Portfolio(Set.of());

    public Portfolio {
        clients = Set.copyOf(clients);
    }

    Portfolio with(List<UUID> more) {
        return new Portfolio(
                Stream.concat(clients.stream(), more.stream()).collect(Collectors.toSet()));
    }

    Portfolio without(List<UUID> fewer) {
        Set<UUID> gone = Set.copyOf(fewer);
        return new Portfolio(
                clients.stream().filter(c -> !gone.contains(c)).collect(Collectors.toSet()));
    }

    public int occupied() {
        return clients.size();
    }
}
