package io.guanxi.kit.service.settings;

import java.time.Instant;

/**
 * A settings document as a record, and from when to when it counts: until the next version.
 *
 * @param since the first instant for which it counts
 */
public record InForce<T>(int version, Instant since, T document) {}
