package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is owed to the clients of the own book. */
@ApplicationScoped
class CoverageExport implements ExportKind<CoverageItem> {
    private final CoverageList list;
    private final Book book;
    private final EventStore store;
    private final BusinessClock clock;

    CoverageExport(CoverageList list, Book book, EventStore store, BusinessClock clock) {
        this.list = list;
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM, Role.AUDITOR);
    }

    @Override
    public Class<CoverageItem> type() {
        return CoverageItem.class;
    }

    @Override
    public List<CoverageItem> page(String after, int rows) {
        UUID client = after == null ? new UUID(0, 0) : UUID.fromString(after);
        return list.after(book.scope(), client, clock.now(), rows);
    }

    @Override
    public String place(CoverageItem row) {
        return row.clientId().toString();
    }

    @Override
    public Map<String, Instant> changedAt(List<CoverageItem> rows) {
        Map<UUID, Instant> streams =
                store.changedAt(
                        rows.stream().map(row -> CoverageStream.of(row.clientId())).toList());
        Map<String, Instant> changed = new HashMap<>();
        rows.forEach(
                row -> changed.put(place(row), streams.get(CoverageStream.of(row.clientId()))));
        return changed;
    }
}
