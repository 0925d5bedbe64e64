package io.guanxi.client.staff;

import java.time.LocalDate;

/** PR-04: permission to serve clients, from its first to its last day. */
public record Qualification(String kind, LocalDate from, LocalDate until) {}
