package io.guanxi.client.client;

import io.guanxi.client.client.ClientCommand.AssignManager;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client of fixed ids and times, and managers who want it. */
final class ClientExamples {
    static final UUID CLIENT = UUID.fromString("0199a3c0-0000-7000-8000-000000000001");
    static final Instant JANUARY = Instant.parse("2026-01-05T01:00:00Z");
    static final Instant MARCH = Instant.parse("2026-03-05T01:00:00Z");
    static final LocalDate MARCH_DAY = LocalDate.of(2026, 3, 5);

    static final PrivateDetails NOTHING_PRIVATE =
            new PrivateDetails(null, null, null, null, Map.of());

    private ClientExamples() {}

    static PublicDetails organisation(String name) {
        return new PublicDetails(
                ClientKind.ORGANIZATION,
                name,
                null,
                "HOSPITAL",
                null,
                List.of(),
                null,
                List.of(),
                null,
                Stage.POTENTIAL,
                ClientState.ACTIVE);
    }

    static ClientRegistered registered() {
        return new ClientRegistered(
                CLIENT, "U-010", organisation("First Hospital"), NOTHING_PRIVATE);
    }

    static ManagerAssigned assigned(
            String rmId, String previous, Instant since, AssignmentReason reason) {
        return new ManagerAssigned(CLIENT, rmId, previous, "U-010", since, reason, null);
    }

    static ManagerAssigned ownedByS1() {
        return assigned("S-0001", null, JANUARY, AssignmentReason.ASSIGNED);
    }

    static Assignee manager(String rmId, int occupied) {
        return new Assignee(rmId, "U-010", true, true, null, occupied, 400, false);
    }

    static Assignee qualifiedUntil(LocalDate lastDay) {
        return new Assignee("S-0002", "U-010", true, true, lastDay, 0, 400, false);
    }

    static AssignManager assign(Assignee assignee, Instant since, boolean mayTransfer) {
        return new AssignManager(
                CLIENT,
                assignee,
                since,
                MARCH,
                MARCH_DAY,
                null,
                "S-0009",
                mayTransfer,
                false,
                false);
    }

    static AssignManager assignOn(Assignee assignee, LocalDate today) {
        return new AssignManager(
                CLIENT, assignee, MARCH, MARCH, today, null, "S-0009", true, false, false);
    }
}
