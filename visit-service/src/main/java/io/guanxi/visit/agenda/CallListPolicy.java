package io.guanxi.visit.agenda;

/**
 * The {@code call-list} setting.
 *
 * @param longUncontactedDays VI-09: "long uncontacted" is who was not reached in the last so many
 *     days, today included; a message reaches nobody
 * @param most how many calls a day's list holds
 */
public record CallListPolicy(int longUncontactedDays, int most) {}
