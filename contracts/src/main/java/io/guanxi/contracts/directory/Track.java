package io.guanxi.contracts.directory;

/** The career track of a relationship manager (PE-04). */
public enum Track {
    MARKET,
    CREDIT,
    DESIGN,
    SPECIALIST
}
