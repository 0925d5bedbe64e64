package io.guanxi.kit.eventsourcing;

import java.util.UUID;

/**
 * How a command ended.
 *
 * @param streamId the main stream
 * @param version its version after the command, the ETag
 * @param status the HTTP status of the first answer
 * @param replayed the command had been carried out before; nothing was stored this time
 * @param position the last position this command's events took, 0 if there are none or replayed
 */
public record CommandOutcome(
        UUID streamId, int version, int status, boolean replayed, long position) {}
