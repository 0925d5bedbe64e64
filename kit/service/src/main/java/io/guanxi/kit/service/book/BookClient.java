package io.guanxi.kit.service.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A client's place in the book.
 *
 * @param rmId who owns the client now; null: nobody
 * @param unitId the owner's unit, or the unit that looks after the client nobody owns
 * @param since when that began
 * @param history the owners before, oldest first
 */
public record BookClient(
        UUID clientId, String rmId, String unitId, Instant since, List<Owned> history) {
    public BookClient {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** An interval in the past: from {@code since} until just before {@code until}. */
    public record Owned(String rmId, String unitId, Instant since, Instant until) {}
}
