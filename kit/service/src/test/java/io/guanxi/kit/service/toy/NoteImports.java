package io.guanxi.kit.service.toy;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.bulk.BulkKind;
import io.guanxi.kit.service.bulk.BulkLine;
import io.guanxi.kit.service.bulk.LineBodies;
import io.guanxi.kit.service.bulk.RawLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Notes by the line; one can be made to break off as if its process had died. */
@ApplicationScoped
public class NoteImports implements BulkKind<NoteImports.Line> {

    public record Line(UUID id, @NotBlank String colour, String text, Integer copies) {}

    private final AtomicInteger breakingOffAfter = new AtomicInteger(Integer.MAX_VALUE);

    private final EventStore store;
    private final LineBodies bodies;

    NoteImports(EventStore store, LineBodies bodies) {
        this.store = store;
        this.bodies = bodies;
    }

    /** So many appends go well; then one does not, once. */
    public void breakOffAfter(int appends) {
        breakingOffAfter.set(appends);
    }

    public boolean brokeOff() {
        return breakingOffAfter.get() < 0;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public BulkLine<Line> read(RawLine line, UUID chosen) {
        Line body = bodies.read(line, Line.class);
        UUID id = body.id() == null ? chosen : body.id();
        return new BulkLine<>(line.number(), id, id.toString(), body);
    }

    @Override
    public Set<UUID> existing(List<BulkLine<Line>> lines) {
        return lines.stream()
                .map(BulkLine::target)
                .filter(id -> store.load(Note.NOTES, id).state() != null)
                .collect(Collectors.toSet());
    }

    @Override
    public void prepare(List<BulkLine<Line>> lines) {
        if (breakingOffAfter.getAndDecrement() == 0) {
            throw new StoreException.Unavailable(new IOException("broken off"));
        }
    }

    @Override
    public Set<UUID> streams(BulkLine<Line> line) {
        return Set.of();
    }

    @Override
    public void decide(Session session, BulkLine<Line> line) {
        session.create(
                Note.NOTES,
                line.target(),
                new Note.Command.Write(line.body().colour(), line.body().text()));
        if (line.body().colour().equals("grey")) {
            session.execute(Note.NOTES, line.target(), new Note.Command.Paint("grey"));
        }
        session.reserve("note-text", line.body().text(), line.target(), Note.Reason.SAME_COLOUR);
    }
}
