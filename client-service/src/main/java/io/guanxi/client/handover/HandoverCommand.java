package io.guanxi.client.handover;

import java.util.List;
import java.util.UUID;

/** What may be asked of a handover. */
public sealed interface HandoverCommand {
    /**
     * Asks for it.
     *
     * @param clients how many clients it would move now
     * @param owned whether all of them are the giving manager's
     */
    record RequestHandover(
            HandoverDetails handover, String byId, String reason, int clients, boolean owned)
            implements HandoverCommand {}

    record CarryOutHandover(List<UUID> clientIds, boolean owned, String byId)
            implements HandoverCommand {}
}
