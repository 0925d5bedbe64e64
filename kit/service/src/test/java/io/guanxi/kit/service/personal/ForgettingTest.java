package io.guanxi.kit.service.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.contracts.clients.ClientErasureConfirmed;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.toy.Note;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every service forgets when it is told to, and says so. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class ForgettingTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @Inject EventStore store;

    @Test
    void the_key_is_destroyed_the_stores_are_purged_and_it_is_confirmed_once() {
        UUID client = Uuids.v7();
        store.execute(
                CommandContext.of(Uuids.v7(), "S-1", Instant.now()),
                Note.NOTES,
                client,
                new Note.Command.Write("red", "of a person"));
        erased(client, 5_000_000_000L);
        erased(client, 5_000_000_010L);
        Eventually.within(GENEROUS, () -> confirmations(client) > 0);
        assertThat(store.load(Note.NOTES, client).state()).isEqualTo(new Note("red", null));
        assertThat(
                        TestTopics.read(Topics.CLIENTS).stream()
                                .filter(m -> confirms(m, client))
                                .toList())
                .singleElement()
                .satisfies(
                        m -> assertThat(m.value()).contains("subject_key").contains("toy_shelf"));
    }

    private static long confirmations(UUID client) {
        return TestTopics.read(Topics.CLIENTS).stream().filter(m -> confirms(m, client)).count();
    }

    private static boolean confirms(TestTopics.Message message, UUID client) {
        return Contract.ceType(ClientErasureConfirmed.class).equals(message.type())
                && client.toString().equals(message.key());
    }

    private static void erased(UUID client, long sequence) {
        TestTopics.send(
                Topics.CLIENTS,
                client.toString(),
                "{\"clientId\":\"" + client + "\",\"reasonCode\":\"REQUESTED\"}",
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", Contract.ceType(ClientErased.class),
                        "ce_sequence", "%019d".formatted(sequence),
                        "ce_time", "2026-01-05T00:00:00Z",
                        "ce_recordedat", "2026-01-05T00:00:00Z"));
    }
}
