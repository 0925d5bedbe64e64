package io.guanxi.visit.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A receipt for every operation, in the order in which they were sent.
 *
 * @param clockOffsetMs what must be added to the device's clock
 */
@Schema(name = "VisitSyncAnswer", description = "A receipt for every operation, in order")
public record SyncAnswer(List<Receipt> receipts, long clockOffsetMs) {}
