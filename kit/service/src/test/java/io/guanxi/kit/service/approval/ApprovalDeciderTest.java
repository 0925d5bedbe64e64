package io.guanxi.kit.service.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.approval.ApprovalCommand.DecideApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.ExpireApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.RequestApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.WithdrawApproval;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalExpired;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalGranted;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRejected;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRequested;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalWithdrawn;
import io.guanxi.kit.testing.DeciderSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalDeciderTest {
    private static final Instant ASKED = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-01-08T01:00:00Z");
    private static final Instant LAST = EXPIRES.minusNanos(1000);
    private static final JsonNode REQUEST = Json.MAPPER.valueToTree(Map.of("rmId", "S-0001"));
    private static final ApprovalRequested REQUESTED =
            new ApprovalRequested(details(ASKED, EXPIRES), REQUEST);

    private final DeciderSpec<ApprovalCommand, Approval, ApprovalEvent> approval =
            DeciderSpec.of(new ApprovalDecider());

    @Test
    void a_second_person_allows_until_just_before_the_end() {
        approval.given(REQUESTED)
                .when(new DecideApproval("S-0010", true, "fits", LAST, 3))
                .then(new ApprovalGranted("S-0010", LAST, "fits"));
        approval.given(REQUESTED)
                .when(new DecideApproval("S-0010", true, "fits", EXPIRES, 3))
                .thenRefused(ApprovalRefusal.EXPIRED);
    }

    @Test
    void who_asked_neither_allows_nor_rejects() {
        for (boolean approve : List.of(true, false)) {
            approval.given(REQUESTED)
                    .when(new DecideApproval("S-0009", approve, null, ASKED, 3))
                    .thenRefused(ApprovalRefusal.OWN_REQUEST);
        }
    }

    @Test
    void what_changed_since_is_not_allowed_but_can_be_rejected() {
        approval.given(REQUESTED)
                .when(new DecideApproval("S-0010", true, null, ASKED, 4))
                .thenRefused(ApprovalRefusal.THING_CHANGED);
        approval.given(REQUESTED)
                .when(new DecideApproval("S-0010", false, "late", ASKED, 4))
                .then(new ApprovalRejected("S-0010", ASKED, "late"));
    }

    @Test
    void only_who_asked_withdraws() {
        approval.given(REQUESTED)
                .when(new WithdrawApproval("S-0009", ASKED))
                .then(new ApprovalWithdrawn("S-0009", ASKED));
        approval.given(REQUESTED)
                .when(new WithdrawApproval("S-0010", ASKED))
                .thenRefused(ApprovalRefusal.NOT_REQUESTER);
    }

    @Test
    void a_thing_is_asked_for_once_at_a_time_and_again_after_it_expired() {
        approval.given(REQUESTED)
                .when(new RequestApproval(details(LAST, LAST.plusSeconds(60)), REQUEST))
                .thenRefused(ApprovalRefusal.PENDING);
        ApprovalDetails again = details(EXPIRES, EXPIRES.plusSeconds(60));
        approval.given(REQUESTED)
                .when(new RequestApproval(again, REQUEST))
                .then(new ApprovalExpired(EXPIRES), new ApprovalRequested(again, REQUEST));
    }

    @Test
    void nothing_is_decided_twice() {
        approval.given(REQUESTED, new ApprovalGranted("S-0010", ASKED, null))
                .when(new DecideApproval("S-0011", false, null, ASKED, 3))
                .thenRefused(ApprovalRefusal.NOT_PENDING);
        approval.when(new DecideApproval("S-0010", true, null, ASKED, 3))
                .thenRefused(ApprovalRefusal.NOT_PENDING);
    }

    @Test
    void it_expires_at_its_end_and_only_while_it_waits() {
        approval.given(REQUESTED).when(new ExpireApproval(LAST)).thenNothing();
        approval.given(REQUESTED)
                .when(new ExpireApproval(EXPIRES))
                .then(new ApprovalExpired(EXPIRES));
        approval.given(REQUESTED, new ApprovalWithdrawn("S-0009", ASKED))
                .when(new ExpireApproval(EXPIRES))
                .thenNothing();
    }

    @Test
    void stored_names_are_for_ever() {
        assertThat(ApprovalStream.TYPES.names())
                .isEqualTo(
                        Set.of(
                                "approval-requested",
                                "approval-granted",
                                "approval-rejected",
                                "approval-withdrawn",
                                "approval-expired"));
        assertThat(new String(Json.bytes(REQUESTED), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"approval":{"approvalId":"00000000-0000-0007-0000-000000000001",\
                        "kind":"cap-override","thing":"/things/1","unitId":"U-010",\
                        "approverRoles":["head","supervisor"],"requestedBy":"S-0009",\
                        "requestedAt":"2026-01-05T01:00:00Z","expiresAt":"2026-01-08T01:00:00Z",\
                        "thingVersion":3},"request":{"rmId":"S-0001"}}""");
    }

    private static ApprovalDetails details(Instant asked, Instant expires) {
        return new ApprovalDetails(
                new UUID(7, 1),
                "cap-override",
                "/things/1",
                null,
                "U-010",
                List.of("head", "supervisor"),
                "S-0009",
                asked,
                expires,
                3);
    }
}
