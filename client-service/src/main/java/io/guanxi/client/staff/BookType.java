package io.guanxi.client.staff;

/** PR-02: the kind of portfolio a relationship manager carries; each kind has its own cap. */
public enum BookType {
    PERSONAL,
    CORPORATE,
    PHONE
}
