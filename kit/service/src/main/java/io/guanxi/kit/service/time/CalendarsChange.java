package io.guanxi.kit.service.time;

/** A CDI event: other days are worked from now on, and what was reckoned by them moves. */
public record CalendarsChange() {}
