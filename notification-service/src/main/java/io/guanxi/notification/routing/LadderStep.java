package io.guanxi.notification.routing;

import java.time.Instant;

/**
 * Who is told next, and when, while nobody acknowledges.
 *
 * @param step from 1
 */
public record LadderStep(int step, Level to, Instant at) {}
