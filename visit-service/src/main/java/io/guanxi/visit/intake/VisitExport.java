package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The visits of the own book, without their words. */
@ApplicationScoped
class VisitExport implements ExportKind<VisitSummary> {
    private final VisitList list;
    private final Book book;
    private final EventStore store;

    VisitExport(VisitList list, Book book, EventStore store) {
        this.list = list;
        this.book = book;
        this.store = store;
    }

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM, Role.AUDITOR);
    }

    @Override
    public Class<VisitSummary> type() {
        return VisitSummary.class;
    }

    @Override
    public List<VisitSummary> page(String after, int rows) {
        return list.after(
                book.scope(), after == null ? new UUID(0, 0) : UUID.fromString(after), rows);
    }

    @Override
    public String place(VisitSummary row) {
        return row.id().toString();
    }

    @Override
    public Map<String, Instant> changedAt(List<VisitSummary> rows) {
        Map<String, Instant> changed = new HashMap<>();
        store.changedAt(rows.stream().map(VisitSummary::id).toList())
                .forEach((id, at) -> changed.put(id.toString(), at));
        return changed;
    }
}
