package io.guanxi.notification.sight;

import io.guanxi.kit.service.book.BookScope;

/**
 * What one person may see, by the book as it is now.
 *
 * @param everything operations watch all alerts and obligations, which hold ids and codes only
 */
public record Sight(String personId, boolean everything, BookScope scope) {

    /**
     * An alert is seen by whoever may see its client, by its recipients, and without a client by
     * whoever looks after the manager or unit. A recipient who has since lost the client to another
     * owner has lost sight of the alert with it.
     */
    private static final String ALERT =
            "("
                    + BookScope.onClient("a.client_id")
                    + """
                     or (a.client_id is null
                        and (a.manager_id = any(?) or a.unit_id = any(?)))
                     or (a.recipients @> jsonb_build_array(?::text) and not exists (
                        select 1 from book_client lost where lost.client_id = a.client_id
                            and lost.rm_id is distinct from ?
                            and lost.history @> jsonb_build_array(
                                jsonb_build_object('rmId', ?::text)))))
                    """;

    /** An obligation is seen with its client, and one without a client with its owner. */
    private static final String OBLIGATION =
            "("
                    + BookScope.onClient("o.client_id")
                    + """
                     or (o.client_id is null and (o.owner_id = any(?) or o.owner_id = ?)))
                    """;

    /** Restricts a query on {@code alert a}. */
    public Conditions ofAlerts(Conditions conditions) {
        return everything
                ? conditions
                : conditions.and(
                        ALERT,
                        scope.all(),
                        scope.rmIds(),
                        scope.unitIds(),
                        scope.rmIds(),
                        scope.unitIds(),
                        personId,
                        personId,
                        personId);
    }

    /** Restricts a query on {@code obligation o}. */
    public Conditions ofObligations(Conditions conditions) {
        return everything
                ? conditions
                : conditions.and(
                        OBLIGATION,
                        scope.all(),
                        scope.rmIds(),
                        scope.unitIds(),
                        scope.rmIds(),
                        personId);
    }
}
