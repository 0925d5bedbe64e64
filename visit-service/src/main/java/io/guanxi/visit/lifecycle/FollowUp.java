package io.guanxi.visit.lifecycle;

import java.time.LocalDate;

/**
 * Something promised, by when.
 *
 * @param n its number in the log, from 1
 */
public record FollowUp(int n, LocalDate due) {}
