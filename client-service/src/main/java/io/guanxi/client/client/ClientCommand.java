package io.guanxi.client.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked about a client. */
public sealed interface ClientCommand {

    record RegisterClient(
            UUID clientId, String unitId, PublicDetails details, PrivateDetails personal)
            implements ClientCommand {}

    record ChangeClient(String unitId, PublicDetails details, PrivateDetails personal, Instant now)
            implements ClientCommand {}

    /**
     * Gives the client to a manager.
     *
     * @param mayTransfer whether the asker may take a client from its owner (a relationship manager
     *     may not)
     * @param needsOwnManager TI-09: the client's tier, as far as it is known, asks for a manager of
     *     its own
     * @param handover whether the client goes with a book that is handed over
     */
    record AssignManager(
            UUID clientId,
            Assignee assignee,
            Instant since,
            Instant now,
            LocalDate today,
            String note,
            String byId,
            boolean mayTransfer,
            boolean needsOwnManager,
            boolean handover)
            implements ClientCommand {}

    record OpenBreakGlass(
            UUID clientId, String byId, String reasonCode, String reason, Instant at, Instant until)
            implements ClientCommand {}

    record ReportDuplicate(UUID clientId, String byId, String reasonCode, Instant at)
            implements ClientCommand {}
}
