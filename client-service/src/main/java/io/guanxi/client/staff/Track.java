package io.guanxi.client.staff;

/** PE-04: the field a relationship manager works in. */
public enum Track {
    MARKET,
    CREDIT,
    DESIGN,
    SPECIALIST
}
