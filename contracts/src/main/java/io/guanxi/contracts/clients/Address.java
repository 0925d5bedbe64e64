package io.guanxi.contracts.clients;

import io.guanxi.contracts.MayBeAbsent;

/** The address of an organisation; a person's is never published. */
public record Address(String line, @MayBeAbsent Point point) {}
