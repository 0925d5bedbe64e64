package io.guanxi.kit.eventsourcing.example;

import static io.guanxi.kit.eventsourcing.example.Rooms.CLEANING;
import static io.guanxi.kit.eventsourcing.example.Rooms.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.DirectDatabase;
import io.guanxi.kit.eventsourcing.EventStoreSchema;
import io.guanxi.kit.eventsourcing.PersonalCipher;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.Relay;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.eventsourcing.example.Rooms.RoomCommand.MoveIn;
import io.guanxi.kit.eventsourcing.example.Rooms.RoomCommand.MoveOut;
import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The README's example does what the README says, and is the code that stands there. */
class RoomsTest {
    private static final Path README = Path.of("../event-sourcing/README.md");
    private static final Path EXAMPLE =
            Path.of("src/test/java/io/guanxi/kit/eventsourcing/example");
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final UUID GUEST = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @Test
    void a_room_that_is_taken_refuses_the_next_guest() {
        UUID room = UUID.fromString("018f0000-0000-7000-8000-00000000000a");
        // README: test
        DeciderSpec.of(new Rooms.RoomDecider())
                .given(new Rooms.RoomEvent.GuestMovedIn(room, GUEST, "Li Wei"))
                .when(new MoveIn(room, GUEST, "Wang Fang"))
                .thenRefused(Rooms.RoomRefusal.TAKEN);
        // README: end
    }

    @Test
    void it_runs_from_the_command_to_the_reaction() throws Exception {
        String topic = "kit.rooms." + ProcessHandle.current().pid();
        LocalPostgres.Database database =
                TestStack.postgres().database("rooms_" + ProcessHandle.current().pid());
        asOwner(database, EventStoreSchema.scripts().collect(Collectors.joining("\n")));
        asOwner(database, "CREATE TABLE occupancy (room uuid PRIMARY KEY, taken boolean)");
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setURL(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        DirectDatabase direct =
                new DirectDatabase(database.url(), database.user(), database.password());
        Map<String, Object> kafka = Map.of("bootstrap.servers", TestStack.kafka().bootstrap());
        PersonalCipher cipher = new Rot();
        // README: wiring
        PostgresEventStore store = new PostgresEventStore(pool, cipher);
        Relay relay =
                new Relay(
                        new Relay.Configuration("hotel", direct, pool, kafka, Set.of(topic)),
                        List.of(new Rooms.RoomPublishing(topic)));
        Consumers consumers =
                new Consumers(
                        new Consumers.Configuration("hotel", pool, kafka, Instant::now),
                        store,
                        List.of(new Rooms.OccupancyProjection(topic)),
                        List.of(new Rooms.WhenGuestMovedOutThenClean(topic)));
        store.onAppend(relay::wake);
        relay.start();
        consumers.start();
        // README: end
        // README: command
        UUID room = Uuids.v7();
        UUID commandId = Uuids.v7();
        CommandContext context = CommandContext.of(commandId, "S-0001", Instant.now());
        store.execute(context, ROOM, room, new MoveIn(room, GUEST, "Li Wei"));
        store.execute(context, ROOM, room, new MoveIn(room, GUEST, "Li Wei")); // a repeat
        // README: end
        try (store;
                relay;
                consumers) {
            assertThat(store.load(ROOM, room).version()).isEqualTo(1);
            CommandContext other = CommandContext.of(Uuids.v7(), "S-0001", Instant.now());
            assertThatThrownBy(() -> store.execute(other, ROOM, room, new MoveIn(room, GUEST, "n")))
                    .isInstanceOf(CommandRefused.class);
            store.execute(
                    CommandContext.of(Uuids.v7(), "S-0001", Instant.now()),
                    ROOM,
                    room,
                    new MoveOut());
            UUID cleaning = Rooms.cleaningOf(room);
            Eventually.within(GENEROUS, () -> store.load(CLEANING, cleaning).state() == 1);
            Eventually.within(GENEROUS, () -> "f".equals(taken(pool, room)));
        }
    }

    @Test
    void the_readme_shows_this_code() throws IOException {
        String readme = Files.readString(README);
        String code =
                Files.readString(EXAMPLE.resolve("Rooms.java"))
                        + Files.readString(EXAMPLE.resolve("RoomsTest.java"));
        Matcher part =
                Pattern.compile("(?s)// README: (?!end)(\\w+)\n(.*?)\n *// README: end")
                        .matcher(code);
        int parts = 0;
        while (part.find()) {
            assertThat(readme)
                    .as(part.group(1))
                    .contains(part.group(2).stripTrailing().stripIndent());
            parts++;
        }
        assertThat(parts).isEqualTo(7);
    }

    /** No cipher to be used: letters take each other's place. */
    private static final class Rot implements PersonalCipher {
        @Override
        public byte[] encrypt(UUID subject, byte[] additionalData, byte[] clear) {
            return turned(clear);
        }

        @Override
        public Optional<byte[]> decrypt(UUID subject, byte[] additionalData, byte[] cipher) {
            return Optional.of(turned(cipher));
        }

        private static byte[] turned(byte[] bytes) {
            byte[] turned = bytes.clone();
            for (int i = 0; i < turned.length; i++) {
                turned[i] ^= 1;
            }
            return turned;
        }
    }

    private static String taken(PGSimpleDataSource pool, UUID room) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT taken FROM occupancy WHERE room = '" + room + "'")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void asOwner(LocalPostgres.Database database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.owner(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
