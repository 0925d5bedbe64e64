package io.guanxi.kit.eventsourcing;

import java.util.UUID;

/**
 * How a command ended that was carried out before.
 *
 * @param requestHash of what was asked; null for a reaction's
 * @param stream its main stream; null for a reaction's
 * @param version of that stream after it
 * @param status what was answered
 */
public record KnownCommand(UUID id, byte[] requestHash, UUID stream, int version, int status) {}
