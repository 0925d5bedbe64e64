package io.guanxi.kit.service.http;

import io.guanxi.kit.eventsourcing.CommandContext;
import java.util.UUID;

/** A create that was asked for: the id the new thing gets, and what accompanies the command. */
public record Creation(UUID id, CommandContext context) {}
