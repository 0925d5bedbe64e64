package io.guanxi.client.body;

/** The forms of text that bodies and parameters may have. */
public final class Shape {
    /** Codes of units, staff, segments and grades. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** Numbers that other systems give, which are published: no room for a name. */
    public static final String NUMBER = "[A-Za-z0-9][A-Za-z0-9._:/#+-]{0,63}";

    /** Text for people: no control characters, for none of them means anything in a name. */
    public static final String TEXT = "\\P{Cntrl}*";

    /** Roles, as in a token. */
    public static final String ROLE = "rm|supervisor|head|operations|system|auditor|admin";

    public static final int NAME = 200;
    public static final int NOTE = 2_000;

    private Shape() {}
}
