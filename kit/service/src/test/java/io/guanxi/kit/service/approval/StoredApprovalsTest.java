package io.guanxi.kit.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalExpired;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalGranted;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRejected;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRequested;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalWithdrawn;
import io.guanxi.kit.testing.StoredSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pins name and JSON of every stored event: what was written once must be read for ever. */
class StoredApprovalsTest {
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
    private static final ApprovalDetails DETAILS =
            new ApprovalDetails(
                    UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                    "handover",
                    "/handovers/1",
                    UUID.fromString("018f0000-0000-7000-8000-000000000002"),
                    "U-01",
                    List.of("head"),
                    "S-0009",
                    AT,
                    AT.plus(Duration.ofDays(3)),
                    2);

    @Test
    void approvals_are_stored_as_ever() {
        JsonNode request = Json.MAPPER.valueToTree(Map.of("rmId", "S-0001"));
        StoredSamples.ofThisModule()
                .pinAll(
                        ApprovalStream.TYPES,
                        List.of(
                                new ApprovalRequested(DETAILS, request),
                                new ApprovalGranted("S-0010", AT, "fits"),
                                new ApprovalRejected("S-0010", AT, "too early"),
                                new ApprovalWithdrawn("S-0009", AT),
                                new ApprovalExpired(AT)));
    }
}
