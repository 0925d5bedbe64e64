package io.guanxi.contracts.directory;

/** What kind of portfolio a relationship manager has; each has its own cap (PR-02). */
public enum BookType {
    PERSONAL,
    CORPORATE,
    PHONE
}
