package io.guanxi.visit.coverage;

import java.time.Instant;

/**
 * A version of the {@code cadences} setting.
 *
 * @param since from when on it counts, until the next one
 */
public record Ruling(int version, Instant since, Cadences cadences) {}
