package io.guanxi.client.client;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The clients of the own book; showing names is noted as in lists. */
@ApplicationScoped
class ClientExport implements ExportKind<ClientItem> {
    private final Clients clients;
    private final EventStore store;

    ClientExport(Clients clients, EventStore store) {
        this.clients = clients;
        this.store = store;
    }

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM, Role.AUDITOR);
    }

    @Override
    public Class<ClientItem> type() {
        return ClientItem.class;
    }

    @Override
    public List<ClientItem> page(String after, int rows) {
        return clients.after(after == null ? null : UUID.fromString(after), rows);
    }

    @Override
    public String place(ClientItem row) {
        return row.id().toString();
    }

    /** The record, or what other services contributed, whichever moved last. */
    @Override
    public Map<String, Instant> changedAt(List<ClientItem> rows) {
        Map<UUID, Instant> records = store.changedAt(rows.stream().map(ClientItem::id).toList());
        Map<String, Instant> changed = new HashMap<>();
        for (ClientItem row : rows) {
            Stream.of(
                            records.get(row.id()),
                            row.tier() == null ? null : row.tier().at(),
                            row.risk() == null ? null : row.risk().at(),
                            row.lastContactAt())
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .ifPresent(at -> changed.put(place(row), at));
        }
        return changed;
    }

    @Override
    public void shown(List<ClientItem> rows) {
        clients.noteShown("export", rows.stream().map(ClientItem::id).toList());
    }
}
