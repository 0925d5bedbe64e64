package io.guanxi.kit.service.bulk;

import java.util.UUID;

/**
 * A line that could be read.
 *
 * @param target the stream it makes
 * @param id of the thing, as its own address has it
 */
public record BulkLine<T>(int number, UUID target, String id, T body) {}
