package io.guanxi.client.staff;

import java.time.LocalDate;

/**
 * PR-18: a licence to sell or advise, for example fund sale or AFP; {@code until} is the last day.
 */
public record Licence(String kind, LocalDate from, LocalDate until) {}
