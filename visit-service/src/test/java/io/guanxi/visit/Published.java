package io.guanxi.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.CloudEventsHeaders;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Ids;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.BreakGlassOpened;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.clients.ClientFlag;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.clients.ClientState;
import io.guanxi.contracts.clients.Stage;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.SettingChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.UnitChanged;
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

/** What the other services would publish, sent to the real topics with their headers. */
public final class Published {
    private static final AtomicLong SEQUENCE = new AtomicLong(1_000);

    private Published() {}

    /** Two branches: managers S-0001 and S-0004 under S-0002, and S-0007 under S-0008. */
    public static void branches(Instant now) {
        send(
                Topics.DIRECTORY,
                Ids.unit("U-000"),
                new UnitChanged("U-000", "Head", null, "S-0009"),
                now);
        send(
                Topics.DIRECTORY,
                Ids.unit("U-001"),
                new UnitChanged("U-001", "East", "U-000", "S-0002"),
                now);
        send(
                Topics.DIRECTORY,
                Ids.unit("U-002"),
                new UnitChanged("U-002", "West", "U-000", "S-0008"),
                now);
        staff("S-0009", "U-000", null, "head", now);
        staff("S-0002", "U-001", "S-0009", "supervisor", now);
        staff("S-0001", "U-001", "S-0002", "rm", now);
        staff("S-0004", "U-001", "S-0002", "rm", now);
        staff("S-0008", "U-002", "S-0009", "supervisor", now);
        staff("S-0007", "U-002", "S-0008", "rm", now);
    }

    private static void staff(String id, String unit, String supervisor, String role, Instant now) {
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
                        true),
                now);
    }

    public static void owned(UUID client, String rm, String previous, String unit, Instant since) {
        send(
                Topics.DIRECTORY,
                client,
                new ClientBookChanged(client, rm, previous, unit, since, "ASSIGNED"),
                since);
    }

    public static void opened(UUID client, String byId, Instant at, Instant until) {
        send(
                Topics.CLIENTS,
                client,
                new BreakGlassOpened(client, "S-0001", byId, "COURT", at, until),
                at);
    }

    public static void tier(UUID client, Tier tier, Instant at) {
        send(
                Topics.SCORES,
                client,
                new TierChanged(
                        client,
                        ClientKind.ORGANIZATION,
                        tier,
                        null,
                        false,
                        new BigDecimal("75.5"),
                        1,
                        100,
                        null,
                        "1"),
                at);
    }

    public static void flags(UUID client, Instant at, ClientFlag... flags) {
        send(
                Topics.CLIENTS,
                client,
                new ClientChanged(
                        client,
                        ClientKind.ORGANIZATION,
                        "Works",
                        null,
                        null,
                        null,
                        List.of(flags),
                        null,
                        List.of(),
                        Stage.DEVELOPMENT,
                        ClientState.ACTIVE),
                at);
    }

    /** S-0007 covers for somebody for an hour, or does so no longer. */
    public static void covered(UUID absence, String staff, AbsenceState state, Instant now) {
        send(
                Topics.DIRECTORY,
                absence,
                new AbsenceChanged(
                        absence,
                        staff,
                        "S-0007",
                        now.minusSeconds(60),
                        now.plusSeconds(3600),
                        state),
                now);
    }

    public static void setting(String name, int version, JsonNode document, Instant at) {
        send(
                Topics.DIRECTORY,
                Ids.of("setting", name),
                new SettingChanged(name, version, document),
                at);
    }

    /** Sends a contract record as its service's relay would. */
    public static void send(String topic, UUID key, Record data, Instant at) {
        TestTopics.send(
                topic,
                key.toString(),
                new String(Json.bytes(data), StandardCharsets.UTF_8),
                Map.of(
                        CloudEventsHeaders.ID,
                        Uuids.v7().toString(),
                        CloudEventsHeaders.TYPE,
                        Contract.ceType(data.getClass()),
                        CloudEventsHeaders.SOURCE,
                        "/guanxi/test",
                        CloudEventsHeaders.SUBJECT,
                        key.toString(),
                        CloudEventsHeaders.TIME,
                        at.toString(),
                        CloudEventsHeaders.RECORDED_AT,
                        at.toString(),
                        CloudEventsHeaders.SEQUENCE,
                        "%019d".formatted(SEQUENCE.incrementAndGet() * 10)));
    }
}
