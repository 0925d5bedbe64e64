package io.guanxi.scoring;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.contracts.clients.ClientState;
import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.contracts.clients.Stage;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What other services would publish, sent to the real topics with their headers. */
public final class Published {
    private static final AtomicLong SEQUENCE = new AtomicLong(1_000);

    private Published() {}

    public static void registered(UUID client, ClientKind kind, ExternalId number) {
        send(
                Topics.CLIENTS,
                client,
                new ClientRegistered(
                        client,
                        kind,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(number),
                        Stage.POTENTIAL,
                        ClientState.ACTIVE));
    }

    public static void owned(UUID client, String rm, String unit) {
        send(
                Topics.DIRECTORY,
                client,
                new ClientBookChanged(client, rm, null, unit, Instant.now(), "ASSIGNED"));
    }

    private static void send(String topic, UUID key, Record data) {
        String now = Instant.now().toString();
        TestTopics.send(
                topic,
                key.toString(),
                new String(Json.bytes(data), StandardCharsets.UTF_8),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Uuids.v7().toString(),
                        "ce_type",
                        Contract.ceType(data.getClass()),
                        "ce_source",
                        "/guanxi/client-service",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        now,
                        "ce_recordedat",
                        now,
                        "ce_sequence",
                        "%019d".formatted(SEQUENCE.addAndGet(10))));
    }
}
