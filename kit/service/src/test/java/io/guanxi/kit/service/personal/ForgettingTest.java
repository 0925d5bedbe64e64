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
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Every service forgets when it is told to, and says so. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class ForgettingTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    /** Rising, for two clients may share a partition, and above what this service sends itself. */
    private static final AtomicLong SEQUENCE = new AtomicLong(5_000_000_000L);

    @Inject EventStore store;

    @Inject
    @DataSource("write")
    javax.sql.DataSource database;

    @Test
    void the_key_is_destroyed_the_stores_are_purged_and_it_is_confirmed_once() {
        UUID client = Uuids.v7();
        store.execute(
                CommandContext.of(Uuids.v7(), "S-1", Instant.now()),
                Note.NOTES,
                client,
                new Note.Command.Write("red", "of a person"));
        erased(client);
        erased(client);
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

    @Test
    void a_key_that_another_instance_destroyed_is_forgotten_soon() throws Exception {
        UUID client = Uuids.v7();
        store.execute(
                CommandContext.of(Uuids.v7(), "S-1", Instant.now()),
                Note.NOTES,
                client,
                new Note.Command.Write("red", "of a person"));
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "update subject_key set wrapped = null, destroyed_at = now()"
                                        + " where subject = ?")) {
            update.setObject(1, client);
            update.executeUpdate();
        }
        Eventually.within(
                GENEROUS,
                () -> store.load(Note.NOTES, client).state().equals(new Note("red", null)));
    }

    @Test
    void nothing_is_confirmed_while_a_store_is_being_rebuilt() throws Exception {
        UUID client = Uuids.v7();
        try (Connection rebuild = database.getConnection();
                Statement statement = rebuild.createStatement()) {
            statement.execute("select pg_advisory_lock(7413, hashtext('toy_shelf'))");
            statement.execute("select rebuild_begin('{toy_shelf}')");
            erased(client);
            Eventually.within(GENEROUS, () -> waits(client));
            assertThat(confirmations(client)).isZero();
            statement.execute("select pg_advisory_unlock(7413, hashtext('toy_shelf'))");
        }
        Eventually.within(GENEROUS, () -> confirmations(client) > 0);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('rebuild.toy_shelf')")) {
            row.next();
            assertThat(row.getString(1)).as("what the rebuild left").isNull();
        }
    }

    /** The key goes first, and durably. */
    private boolean waits(UUID client) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select 1 from subject_key"
                                        + " where subject = ? and destroyed_at is not null")) {
            select.setObject(1, client);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long confirmations(UUID client) {
        return TestTopics.read(Topics.CLIENTS).stream().filter(m -> confirms(m, client)).count();
    }

    private static boolean confirms(TestTopics.Message message, UUID client) {
        return Contract.ceType(ClientErasureConfirmed.class).equals(message.type())
                && client.toString().equals(message.key());
    }

    private static void erased(UUID client) {
        TestTopics.send(
                Topics.CLIENTS,
                client.toString(),
                "{\"clientId\":\"" + client + "\",\"reasonCode\":\"REQUESTED\"}",
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", Contract.ceType(ClientErased.class),
                        "ce_sequence", "%019d".formatted(SEQUENCE.incrementAndGet()),
                        "ce_time", "2026-01-05T00:00:00Z",
                        "ce_recordedat", "2026-01-05T00:00:00Z"));
    }
}
