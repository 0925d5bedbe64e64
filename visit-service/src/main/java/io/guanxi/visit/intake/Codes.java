package io.guanxi.visit.intake;

/** What codes look like; so narrow that no name or sentence fits into one. */
final class Codes {
    static final String CODE = "[A-Z][A-Z0-9_-]{0,39}";
    static final String CODE_MESSAGE = "must be a code such as SERVICE";
    static final String STAFF = "[A-Za-z0-9][A-Za-z0-9._:-]{0,39}";
    static final String STAFF_MESSAGE = "must be a staff code";
    static final int TEXT = 4000;
    static final int NAME = 200;

    private Codes() {}
}
