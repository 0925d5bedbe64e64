package io.guanxi.kit.eventsourcing.example;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Personal;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The example of the kit's README: rooms that guests move into and leave. */
final class Rooms {

    // README: decider
    /** What may be asked. */
    sealed interface RoomCommand {
        record MoveIn(UUID room, UUID guest, String name) implements RoomCommand {}

        record MoveOut() implements RoomCommand {}
    }

    /** What is recorded. Stored for ever: add, never rename. */
    sealed interface RoomEvent {
        record GuestMovedIn(UUID room, UUID guest, @Personal String name) implements RoomEvent {}

        record GuestMovedOut(UUID room, UUID guest) implements RoomEvent {}
    }

    /** Why not. */
    enum RoomRefusal implements Refusal {
        TAKEN,
        EMPTY;

        @Override
        public String code() {
            return "room." + name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String detail() {
            return this == TAKEN ? "Somebody lives there." : "Nobody lives there.";
        }
    }

    /** A room as its rules see it; no guest, no occupant. */
    record Room(UUID id, UUID guest) {}

    static final class RoomDecider implements Decider<RoomCommand, Room, RoomEvent> {
        @Override
        public Room initialState() {
            return new Room(null, null);
        }

        @Override
        public Decision<RoomEvent> decide(RoomCommand command, Room room) {
            return switch (command) {
                case RoomCommand.MoveIn _ when room.guest() != null ->
                        Decision.refuse(RoomRefusal.TAKEN);
                case RoomCommand.MoveIn(var id, var guest, var name) ->
                        Decision.accept(new RoomEvent.GuestMovedIn(id, guest, name));
                case RoomCommand.MoveOut _ when room.guest() == null ->
                        Decision.refuse(RoomRefusal.EMPTY);
                case RoomCommand.MoveOut _ ->
                        Decision.accept(new RoomEvent.GuestMovedOut(room.id(), room.guest()));
            };
        }

        @Override
        public Room evolve(Room room, RoomEvent event) {
            return switch (event) {
                case RoomEvent.GuestMovedIn e -> new Room(e.room(), e.guest());
                case RoomEvent.GuestMovedOut e -> new Room(e.room(), null);
            };
        }
    }

    static final Aggregate<RoomCommand, Room, RoomEvent> ROOM =
            Aggregate.of(
                    "room",
                    new RoomDecider(),
                    EventTypes.of(RoomEvent.class)
                            .type("guest-moved-in", RoomEvent.GuestMovedIn.class)
                            .type("guest-moved-out", RoomEvent.GuestMovedOut.class)
                            .build());

    // README: end

    // README: publishing
    /** What others may read, without the name. */
    record Occupancy(UUID room, boolean taken) {}

    record RoomPublishing(String topic) implements Publishing<RoomEvent> {
        @Override
        public Aggregate<?, ?, RoomEvent> aggregate() {
            return ROOM;
        }

        @Override
        public List<PublicEvent> publish(Recorded<RoomEvent> event) {
            Occupancy now =
                    switch (event.event()) {
                        case RoomEvent.GuestMovedIn e -> new Occupancy(e.room(), true);
                        case RoomEvent.GuestMovedOut e -> new Occupancy(e.room(), false);
                    };
            return List.of(new PublicEvent(topic, "occupancy-changed", now));
        }
    }

    // README: end

    // README: projection
    /** Keeps the table {@code occupancy(room uuid primary key, taken boolean)}. */
    record OccupancyProjection(String topic) implements Projection {
        @Override
        public String name() {
            return "occupancy";
        }

        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of("occupancy-changed");
        }

        @Override
        public Set<String> tables() {
            return Set.of("occupancy");
        }

        @Override
        public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
            String sql =
                    "INSERT INTO occupancy VALUES (?, ?)"
                            + " ON CONFLICT (room) DO UPDATE SET taken = EXCLUDED.taken";
            try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                for (InboundEvent event : events) {
                    Occupancy now = event.as(Occupancy.class);
                    upsert.setObject(1, now.room());
                    upsert.setBoolean(2, now.taken());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        }
    }

    // README: end

    // README: reaction
    /** What is recorded about cleaning a room. */
    sealed interface CleaningEvent {
        record CleaningOwed(UUID room) implements CleaningEvent {}
    }

    /** How often a room was to be cleaned. */
    static final class Cleanings implements Decider<Void, Integer, CleaningEvent> {
        @Override
        public Integer initialState() {
            return 0;
        }

        @Override
        public Decision<CleaningEvent> decide(Void command, Integer times) {
            return Decision.accept();
        }

        @Override
        public Integer evolve(Integer times, CleaningEvent event) {
            return times + 1;
        }
    }

    static final Aggregate<Void, Integer, CleaningEvent> CLEANING =
            Aggregate.of(
                    "cleaning",
                    new Cleanings(),
                    EventTypes.of(CleaningEvent.class)
                            .type("cleaning-owed", CleaningEvent.CleaningOwed.class)
                            .build());

    /** The stream of a room's cleanings is another than the room's own. */
    static UUID cleaningOf(UUID room) {
        return io.guanxi.kit.eventsourcing.Uuids.v5(room, "cleaning");
    }

    record WhenGuestMovedOutThenClean(String topic) implements Reaction {
        @Override
        public String name() {
            return "when-guest-moved-out-then-clean";
        }

        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of("occupancy-changed");
        }

        @Override
        public Set<UUID> targets(InboundEvent event) {
            Occupancy now = event.as(Occupancy.class);
            return now.taken() ? Set.of() : Set.of(cleaningOf(now.room()));
        }

        @Override
        public void react(InboundEvent event, Session session) {
            Occupancy now = event.as(Occupancy.class);
            if (!now.taken()) {
                session.record(
                        CLEANING,
                        cleaningOf(now.room()),
                        new CleaningEvent.CleaningOwed(now.room()));
            }
        }
    }

    // README: end

    private Rooms() {}
}
