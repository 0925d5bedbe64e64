package io.guanxi.visit.sql;

/** The tree of units in SQL. */
public final class Units {
    /** The units below and with the one given; one parameter. */
    public static final String SUBTREE =
            "(with recursive below as (select unit_id from book_unit where unit_id = ?"
                    + " union select u.unit_id from book_unit u join below b"
                    + " on u.parent_id = b.unit_id) select unit_id from below)";

    private Units() {}
}
