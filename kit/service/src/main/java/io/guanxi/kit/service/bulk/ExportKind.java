package io.guanxi.kit.service.bulk;

import io.guanxi.kit.service.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that may be exported: read by the current caller's book, as lists are, but all of them, in
 * the order of an id that never changes.
 */
public interface ExportKind<T> {

    /** As the address has it: {@code /exports/clients}. */
    String name();

    /** Who may; whose rows they see is decided row by row. */
    Set<Role> readers();

    /** The row's type, a record; its components are the columns of CSV. */
    Class<T> type();

    /**
     * The rows after a place, in order.
     *
     * @param after the id of the last row before them; null: from the first
     */
    List<T> page(String after, int rows);

    /** The row's id. */
    String place(T row);

    /** When each of the rows last changed, by its id, as far as this is known. */
    Map<String, Instant> changedAt(List<T> rows);

    /** These rows are about to be shown: for the audit of personal data. */
    default void shown(List<T> rows) {}
}
