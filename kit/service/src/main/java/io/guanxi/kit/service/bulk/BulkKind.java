package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What lines bring: how one is read, and how it is decided. All else (appends of some hundreds,
 * repeats, jobs, progress, dry runs) is the same for every kind. It runs without a request, so it
 * must ask for nobody's book: imports are for systems.
 *
 * @param <T> a line that was read
 */
public non-sealed interface BulkKind<T> extends ImportKind {

    /**
     * Reads a line.
     *
     * @param chosen the id for a thing to which the line gives none
     * @throws io.guanxi.kit.service.http.Problem 400 with what is wrong where
     */
    BulkLine<T> read(RawLine line, UUID chosen);

    /** The targets of those lines whose things exist. */
    Set<UUID> existing(List<BulkLine<T>> lines);

    /**
     * What plainly cannot go in, by number of line: it spares an append its refusal, but what
     * counts is what {@link #decide} and the append find.
     *
     * @param decided whether a thing was made by an earlier line of the same dry run
     */
    default Map<Integer, Refusal> refusals(List<BulkLine<T>> lines, Predicate<UUID> decided) {
        return Map.of();
    }

    /** Before lines are appended together. */
    default void prepare(List<BulkLine<T>> lines) {}

    /** The streams beside its target that a line's decision reads. */
    Set<UUID> streams(BulkLine<T> line);

    /**
     * Decides one line.
     *
     * @throws io.guanxi.kit.eventsourcing.CommandRefused it is refused, and nothing of it is kept
     */
    void decide(Session session, BulkLine<T> line);

    /** Decides lines that are appended together; each may be refused by itself. */
    default void decide(
            Session session, List<BulkLine<T>> lines, BiConsumer<BulkLine<T>, Refusal> refused) {
        for (BulkLine<T> line : lines) {
            session.part(() -> decide(session, line)).ifPresent(why -> refused.accept(line, why));
        }
    }
}
