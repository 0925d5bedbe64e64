package io.guanxi.client.client;

import java.time.Instant;

/** Whose client it is, of which unit, since when. */
public record Ownership(String rmId, String unitId, Instant since) {}
