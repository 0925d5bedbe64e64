package io.guanxi.visit.agenda;

/**
 * The {@code call-list} setting.
 *
 * @param longUncontactedDays VI-09: "long uncontacted"
 * @param most how many calls a day's list holds
 */
public record CallListPolicy(int longUncontactedDays, int most) {}
