package io.guanxi.client.handover;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be handed over.
 *
 * @param whole everything that is in the book when it is allowed
 * @param clientIds the part asked for; empty for the whole book
 * @param override PR-02: whether the second person also allows more than the cap
 */
public record HandoverDetails(
        UUID handoverId,
        String fromId,
        String toId,
        boolean whole,
        List<UUID> clientIds,
        boolean override) {
    public HandoverDetails {
        clientIds = clientIds == null ? List.of() : clientIds.stream().distinct().toList();
    }

    /** The one client it is about; none where it is about a book, or a part of it. */
    Optional<UUID> onlyClient() {
        return !whole && clientIds.size() == 1
                ? Optional.of(clientIds.getFirst())
                : Optional.empty();
    }
}
