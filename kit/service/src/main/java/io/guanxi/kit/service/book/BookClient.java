package io.guanxi.kit.service.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A client's place in the book.
 *
 * @param rmId who owns the client now; null: nobody
 * @param unitId the owner's unit, or the unit that looks after the client nobody owns
 * @param since when that began
 * @param history the places before, oldest first; those in which nobody owned it, too
 */
public record BookClient(
        UUID clientId, String rmId, String unitId, Instant since, List<Owned> history) {
    public BookClient {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** The place of a client nobody had yet. */
    public static BookClient first(UUID clientId, String rmId, String unitId, Instant since) {
        return new BookClient(clientId, rmId, unitId, since, List.of());
    }

    /** The place after it moved; where it was until then goes into the history. */
    public BookClient movedTo(String newRmId, String newUnitId, Instant from) {
        boolean unchanged = Objects.equals(rmId, newRmId) && Objects.equals(unitId, newUnitId);
        if (unchanged) {
            return new BookClient(clientId, rmId, unitId, earlier(since, from), history);
        }
        List<Owned> before = new ArrayList<>(history);
        if (since.isBefore(from)) {
            before.add(new Owned(rmId, unitId, since, from));
        }
        return new BookClient(clientId, newRmId, newUnitId, from, before);
    }

    /** Who owned the client at an instant, if anybody, and in which unit. */
    public Optional<Owned> at(Instant instant) {
        if (!instant.isBefore(since)) {
            return Optional.of(new Owned(rmId, unitId, since, Instant.MAX));
        }
        return history.stream()
                .filter(o -> !instant.isBefore(o.since()) && instant.isBefore(o.until()))
                .reduce((_, last) -> last);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * An interval in the past: from {@code since} until just before {@code until}.
     *
     * @param rmId null while nobody owned the client
     */
    public record Owned(String rmId, String unitId, Instant since, Instant until) {}
}
