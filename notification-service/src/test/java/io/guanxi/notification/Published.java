package io.guanxi.notification;

import io.guanxi.contracts.CloudEventsHeaders;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Ids;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.contracts.obligations.ObligationClock;
import io.guanxi.contracts.obligations.ObligationJudged;
import io.guanxi.contracts.obligations.ObligationState;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.TestTopics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the other services would publish, sent to the real topics with their headers. */
public final class Published {
    private static final AtomicLong SEQUENCE = new AtomicLong(1_000);

    /** The business clock of the service under test. */
    static Supplier<Instant> clock = Instant::now;

    private Published() {}

    /** A branch: managers S-0001 and S-0004, above them S-0002, S-0003 and S-0009. */
    public static void branch() {
        send(Topics.DIRECTORY, Ids.unit("U-000"), new UnitChanged("U-000", "Head", null, "S-0009"));
        send(
                Topics.DIRECTORY,
                Ids.unit("U-001"),
                new UnitChanged("U-001", "East", "U-000", "S-0003"));
        send(
                Topics.DIRECTORY,
                Ids.unit("U-002"),
                new UnitChanged("U-002", "West", "U-000", "S-0008"));
        staff("S-0009", "U-000", null, "head");
        staff("S-0003", "U-001", "S-0009", "head");
        staff("S-0002", "U-001", "S-0003", "supervisor");
        staff("S-0001", "U-001", "S-0002", "rm");
        staff("S-0004", "U-001", "S-0002", "rm");
        staff("S-0008", "U-002", "S-0009", "supervisor");
        staff("S-0007", "U-002", "S-0008", "rm");
    }

    private static void staff(String id, String unit, String supervisor, String role) {
        staff(id, unit, supervisor, role, true);
    }

    /** U-003 below U-000, whose head S-0010, below S-0009, has left. */
    public static void unitWhoseHeadHasLeft() {
        staff("S-0010", "U-003", "S-0009", "head", false);
        send(
                Topics.DIRECTORY,
                Ids.unit("U-003"),
                new UnitChanged("U-003", "North", "U-000", "S-0010"));
    }

    private static void staff(
            String id, String unit, String supervisor, String role, boolean active) {
        send(
                Topics.DIRECTORY,
                Ids.staff(id),
                new StaffChanged(
                        id,
                        unit,
                        supervisor,
                        List.of(role),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        active));
    }

    public static void owned(UUID client, String rm, String previous, String unit, Instant since) {
        send(
                Topics.DIRECTORY,
                client,
                new ClientBookChanged(client, rm, previous, unit, since, "ASSIGNED"));
    }

    /** S-0007 covers for somebody for an hour, or does so no longer. */
    public static void covered(UUID absence, String staff, AbsenceState state) {
        Instant now = clock.get();
        send(
                Topics.DIRECTORY,
                absence,
                new AbsenceChanged(
                        absence,
                        staff,
                        "S-0007",
                        now.minusSeconds(60),
                        now.plusSeconds(3600),
                        state));
    }

    public static UUID risk(UUID client, RiskLevel level) {
        return send(
                Topics.SCORES,
                client,
                new ChurnRiskChanged(
                        client, level, null, new BigDecimal("75.0"), List.of(), List.of(), "1"));
    }

    public static UUID tier(UUID client, Tier tier, Tier previous) {
        return send(
                Topics.SCORES,
                client,
                new TierChanged(
                        client,
                        ClientKind.ORGANIZATION,
                        tier,
                        previous,
                        false,
                        new BigDecimal("75.5"),
                        1,
                        100,
                        null,
                        "1"));
    }

    /** VI-06: an obligation to visit, owed from {@code openedAt} and too late at {@code dueAt}. */
    public static UUID visitOwed(
            UUID client, String owner, Instant contactAt, Instant warnAt, Instant dueAt) {
        UUID id = Ids.obligation("visit-service", "visit", client.toString());
        send(
                Topics.VISITS,
                client,
                new ObligationChanged(
                        id,
                        "visit",
                        client.toString(),
                        client,
                        owner,
                        new ObligationChanged.Basis("VI-06", contactAt, null, null),
                        warnAt.minusSeconds(86_400),
                        warnAt,
                        dueAt,
                        ObligationClock.ELAPSED,
                        ObligationState.OPEN,
                        null,
                        null,
                        null,
                        1));
        return id;
    }

    public static void judged(ObligationJudged judged) {
        send(Topics.VISITS, judged.clientId(), judged);
    }

    /** Sends a contract record as its service's relay would, and says its {@code ce_id}. */
    public static UUID send(String topic, UUID key, Record data) {
        UUID id = Uuids.v7();
        String now = clock.get().toString();
        TestTopics.send(
                topic,
                key.toString(),
                new String(Json.bytes(data), StandardCharsets.UTF_8),
                Map.of(
                        CloudEventsHeaders.ID, id.toString(),
                        CloudEventsHeaders.TYPE, Contract.ceType(data.getClass()),
                        CloudEventsHeaders.SOURCE, "/guanxi/test",
                        CloudEventsHeaders.SUBJECT, key.toString(),
                        CloudEventsHeaders.TIME, now,
                        CloudEventsHeaders.RECORDED_AT, now,
                        CloudEventsHeaders.SEQUENCE,
                                "%019d".formatted(SEQUENCE.incrementAndGet() * 10)));
        return id;
    }
}
