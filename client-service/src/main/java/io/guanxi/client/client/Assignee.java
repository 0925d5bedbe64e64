package io.guanxi.client.client;

import java.time.LocalDate;

/**
 * A manager who shall take a client, as found when the command was made.
 *
 * @param known false when no such member of staff exists
 * @param serving active, and in the role of a relationship manager
 * @param qualifiedUntil the last day of the qualification; null where no such data is held
 * @param occupied places taken in the book
 * @param cap PR-02: places the book has
 * @param phone TI-09: whether the book is served by telephone, one-to-many
 */
public record Assignee(
        String rmId,
        String unitId,
        boolean known,
        boolean serving,
        LocalDate qualifiedUntil,
        int occupied,
        int cap,
        boolean phone) {

    /** PR-04, scenario 11: whoever qualified on 1 June serves until 31 May two years later. */
    public boolean qualifiedOn(LocalDate day) {
        return serving && (qualifiedUntil == null || !day.isAfter(qualifiedUntil));
    }

    /** PR-02: the same manager, where a second person allowed one more. */
    public Assignee withoutCap() {
        return new Assignee(
                rmId, unitId, known, serving, qualifiedUntil, occupied, Integer.MAX_VALUE, phone);
    }

    /** The same manager when the last of so many clients asks for a place. */
    public Assignee withoutPlaces(int clients) {
        return new Assignee(
                rmId, unitId, known, serving, qualifiedUntil, occupied + clients - 1, cap, phone);
    }

    public boolean full() {
        return occupied >= cap;
    }
}
