package io.guanxi.kit.eventsourcing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs a {@link Reaction} over a batch: lock, load, decide one after the other, append once. */
final class ReactionHandler implements EventHandler {
    private static final int STATUS = 200;

    private final Reaction reaction;
    private final String actor;
    private final Supplier<Instant> clock;
    private final Codecs codecs;
    private final AppendBuilder builder;
    private final int batch;

    ReactionHandler(
            Reaction reaction,
            String service,
            Supplier<Instant> clock,
            PostgresEventStore store,
            int batch) {
        this.reaction = reaction;
        this.actor = "svc:" + service + "/" + reaction.name();
        this.clock = clock;
        this.codecs = store.codecs();
        this.builder = store.builder();
        this.batch = batch;
    }

    /** What the events of one batch write together. */
    private static final class Work {
        private final Map<UUID, OpenStream<?, ?>> streams = new LinkedHashMap<>();
        private final List<StoreSession.Pending<?>> pending = new ArrayList<>();
        private final List<Append.Release> releases = new ArrayList<>();
        private final Set<UUID> commands = new LinkedHashSet<>();

        void add(StoreSession session) {
            streams.putAll(session.streams());
            pending.addAll(session.pendingEvents());
            releases.addAll(session.releases());
            commands.add(session.context().commandId());
        }

        void addSeen(StoreSession.Refused refused, UUID commandId) {
            streams.put(refused.stream().id(), refused.stream());
            pending.addAll(refused.seen());
            commands.add(commandId);
        }
    }

    @Override
    public String name() {
        return reaction.name();
    }

    @Override
    public Set<String> topics() {
        return reaction.topics();
    }

    @Override
    public Set<String> types() {
        return reaction.types();
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public boolean apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, InboundEvent> byCommand = new LinkedHashMap<>();
        events.forEach(event -> byCommand.putIfAbsent(commandId(event), event));
        known(connection, byCommand.keySet()).forEach(byCommand::remove);
        Set<UUID> targets = new HashSet<>();
        byCommand.values().forEach(event -> targets.addAll(reaction.targets(event)));
        if (targets.isEmpty()) {
            return false;
        }
        Map<UUID, StreamReader.Stored> stored = lockAndRead(connection, targets);
        Work work = new Work();
        for (Map.Entry<UUID, InboundEvent> entry : byCommand.entrySet()) {
            react(connection, stored, targets, entry.getKey(), entry.getValue(), work);
        }
        return append(connection, work);
    }

    private void react(
            Connection connection,
            Map<UUID, StreamReader.Stored> stored,
            Set<UUID> targets,
            UUID commandId,
            InboundEvent event,
            Work work)
            throws SQLException {
        StoreSession.Source source = id -> target(stored, targets, id);
        ReactionSession session =
                new ReactionSession(
                        context(commandId, event), connection, source, codecs, work.streams);
        try {
            reaction.react(event, session);
        } catch (CommandRefused refusal) {
            session.drop();
            if (session.refused() != null && !session.refused().seen().isEmpty()) {
                work.addSeen(session.refused(), commandId);
            }
            return;
        } catch (FailedStatement e) {
            throw e.statementCause();
        }
        work.add(session);
    }

    private StreamReader.Stored target(
            Map<UUID, StreamReader.Stored> stored, Set<UUID> targets, UUID id) {
        if (!targets.contains(id)) {
            throw new IllegalStateException(reaction.name() + " did not name " + id + " a target");
        }
        return stored.getOrDefault(id, StreamReader.Stored.NOTHING);
    }

    private boolean append(Connection connection, Work work) throws SQLException {
        List<OpenStream<?, ?>> moved =
                work.streams.values().stream().filter(OpenStream::moved).toList();
        if (moved.isEmpty() && work.releases.isEmpty()) {
            return false;
        }
        remember(connection, work.commands);
        Append append =
                new Append(
                        null,
                        CommandContext.NOT_COMPARED,
                        STATUS,
                        null,
                        0,
                        builder.moves(moved),
                        List.of(),
                        work.releases,
                        builder.events(work.pending),
                        builder.rows(moved));
        Verdict verdict = AppendCall.run(connection, List.of(append)).getFirst();
        if (!(verdict instanceof Verdict.Won)) {
            throw new SQLException("A target was created meanwhile", "40001");
        }
        return true;
    }

    private CommandContext context(UUID commandId, InboundEvent event) {
        Instant now = clock.get();
        Instant occurredAt = event.occurredAt() == null ? now : event.occurredAt();
        return new CommandContext(
                commandId,
                CommandContext.NOT_COMPARED,
                STATUS,
                OptionalInt.empty(),
                actor,
                occurredAt,
                now,
                event.traceparent());
    }

    private UUID commandId(InboundEvent event) {
        if (event.id() != null) {
            return Uuids.v5(event.id(), reaction.name());
        }
        String place = event.topic() + "/" + event.partition() + "/" + event.offset();
        UUID id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        return Uuids.v5(id, reaction.name());
    }

    private static Map<UUID, StreamReader.Stored> lockAndRead(
            Connection connection, Collection<UUID> ids) throws SQLException {
        String lock = "SELECT 1 FROM stream WHERE id = ANY (?) ORDER BY id FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeQuery().close();
        }
        return StreamReader.read(connection, ids, 0);
    }

    private static Set<UUID> known(Connection connection, Collection<UUID> commands)
            throws SQLException {
        Set<UUID> known = new HashSet<>();
        String sql = "SELECT id FROM command WHERE id = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", commands.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return known;
    }

    private static void remember(Connection connection, Collection<UUID> commands)
            throws SQLException {
        String sql = "INSERT INTO command (id) SELECT u FROM unnest(?) AS u ORDER BY u";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", commands.toArray()));
            statement.executeUpdate();
        }
    }
}
