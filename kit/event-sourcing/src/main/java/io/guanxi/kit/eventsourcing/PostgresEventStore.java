package io.guanxi.kit.eventsourcing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The event store on PostgreSQL (the tables of {@code db/kit}). It takes its connections from a
 * data source outside of any transaction manager and never leaves one with a transaction open.
 */
public final class PostgresEventStore implements EventStore, AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final DataSource write;
    private final Codecs codecs;
    private final OpenStreams streams;
    private final ViewStatements views;
    private final RequestDigests digests;
    private final AppendBuilder builder;
    private final Appender appender;
    private final KitMetrics metrics;
    private volatile Runnable appended = () -> {};

    /**
     * @param write the service's database under its working role, outside JTA
     * @param cipher hides personal data; null if no event has any
     */
    public PostgresEventStore(DataSource write, PersonalCipher cipher) {
        this(write, cipher, GroupCommit.DEFAULT, KitMetrics.NONE);
    }

    /** The same, with other limits and somebody to tell how it goes. */
    public PostgresEventStore(
            DataSource write, PersonalCipher cipher, GroupCommit limits, KitMetrics metrics) {
        this.write = write;
        this.metrics = metrics;
        this.codecs = new Codecs(cipher);
        this.streams = new OpenStreams(write, codecs, new SnapshotTable(cipher));
        this.views = new ViewStatements(write);
        this.digests = new RequestDigests(cipher);
        this.builder = new AppendBuilder(codecs, views, digests);
        this.appender = new GroupAppender(write, limits, metrics);
    }

    /** How many appends wait for a writer. */
    public int waiting() {
        return appender.waiting();
    }

    /** Called after each append that stored something, to wake the relay. It must not block. */
    public void onAppend(Runnable listener) {
        this.appended = listener;
    }

    @Override
    public CommandOutcome execute(
            CommandContext context, UUID mainStream, Consumer<Session> script) {
        return execute(context, mainStream, Memory.none(), script);
    }

    @Override
    public CommandOutcome execute(
            CommandContext context, UUID mainStream, Memory memory, Consumer<Session> script) {
        long start = System.nanoTime();
        boolean mayAssume = true;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            StoreSession.Source source = streams.remembering(memory);
            StoreSession session =
                    mayAssume
                            ? StoreSession.assuming(context, mainStream, source, codecs)
                            : new StoreSession(context, mainStream, source, codecs);
            Optional<CommandOutcome> outcome = attempt(session, mainStream, script);
            mayAssume = false;
            if (outcome.isPresent() && !outcome.get().replayed()) {
                memory.keep(session::worthKeeping);
            } else {
                memory.forget();
            }
            if (outcome.isEmpty() && session.assumed()) {
                continue;
            }
            if (outcome.isPresent()) {
                metrics.executed(Duration.ofNanos(System.nanoTime() - start));
                return outcome.get();
            }
            metrics.lostRace();
            if (context.expectedVersion().isPresent()) {
                throw stale(context, mainStream);
            }
        }
        throw new StoreException.LostRace();
    }

    @Override
    public <E> List<Recorded<E>> read(
            Aggregate<?, ?, E> aggregate, UUID streamId, int fromVersion) {
        StreamReader.Stored stored = streams.stored(streamId, fromVersion);
        stored.check(aggregate.name());
        return codecs.decode(aggregate, stored.events());
    }

    @Override
    public <S, E> Session.Loaded<S> load(Aggregate<?, S, E> aggregate, UUID streamId) {
        OpenStream<S, E> stream = streams.open(aggregate, streamId);
        return new Session.Loaded<>(stream.state(), stream.version());
    }

    @Override
    public <S, E> Session.Loaded<S> load(Aggregate<?, S, E> aggregate, UUID streamId, Past past) {
        if (past.isNow()) {
            return load(aggregate, streamId);
        }
        S state = aggregate.decider().initialState();
        int version = 0;
        for (Recorded<E> event : read(aggregate, streamId, past)) {
            state = aggregate.decider().evolve(state, event.event());
            version = Math.max(version, event.version());
        }
        return new Session.Loaded<>(state, version);
    }

    @Override
    public <E> List<Recorded<E>> read(Aggregate<?, ?, E> aggregate, UUID streamId, Past past) {
        return past.of(read(aggregate, streamId, 0));
    }

    @Override
    public <E, R> Session.Loaded<R> view(
            Aggregate<?, ?, E> aggregate, InlineView<E, R> view, UUID streamId, Past past) {
        R row = null;
        int version = 0;
        for (Recorded<E> event : read(aggregate, streamId, past)) {
            row = view.evolve(row, event);
            version = Math.max(version, event.version());
        }
        return new Session.Loaded<>(row, version);
    }

    @Override
    public Map<UUID, KnownCommand> known(Collection<UUID> commandIds) {
        return read(connection -> SideTables.known(connection, commandIds));
    }

    @Override
    public boolean repeats(CommandContext context, KnownCommand before) {
        return digests.same(context.requestHash(), before.requestHash());
    }

    @Override
    public Map<String, UUID> holders(String scope, Collection<String> keys) {
        return read(connection -> SideTables.holders(connection, scope, keys));
    }

    @Override
    public Set<UUID> touched(Collection<UUID> streams, Collection<UUID> commandIds) {
        return read(connection -> SideTables.touched(connection, streams, commandIds));
    }

    @Override
    public Map<UUID, Instant> changedAt(Collection<UUID> streams) {
        return read(connection -> SideTables.changedAt(connection, streams));
    }

    @Override
    public Rehearsal rehearsal() {
        return new StoreRehearsal(streams.remembering(Memory.none()), codecs, this::holders);
    }

    @Override
    public OptionalLong fence() {
        return read(PositionReader::fence);
    }

    @Override
    public <E> Stretch<E> readAll(
            Collection<? extends Aggregate<?, ?, ? extends E>> kinds,
            long after,
            long fence,
            int limit) {
        Map<String, Aggregate<?, ?, ? extends E>> byName = new HashMap<>();
        kinds.forEach(kind -> byName.put(kind.name(), kind));
        return read(
                connection -> {
                    List<Recorded<E>> events = new ArrayList<>();
                    long upTo =
                            PositionReader.read(
                                    connection,
                                    after,
                                    fence,
                                    limit,
                                    (kind, stored) -> {
                                        if (byName.containsKey(kind)) {
                                            events.add(codecs.decode(byName.get(kind), stored));
                                        }
                                    });
                    return new Stretch<>(events, upTo);
                });
    }

    @Override
    public <E, R> R viewAt(
            Aggregate<?, ?, E> aggregate, InlineView<E, R> view, UUID streamId, int version) {
        R row = null;
        for (Recorded<E> event : read(aggregate, streamId, 0)) {
            if (event.version() <= version) {
                row = view.evolve(row, event);
            }
        }
        return row;
    }

    @Override
    public void close() {
        appender.close();
    }

    Codecs codecs() {
        return codecs;
    }

    ViewStatements views() {
        return views;
    }

    AppendBuilder builder() {
        return builder;
    }

    Appender appender() {
        return appender;
    }

    void stored() {
        appended.run();
    }

    /** Empty: the race was lost. */
    private Optional<CommandOutcome> attempt(
            StoreSession session, UUID mainStream, Consumer<Session> script) {
        CommandContext context = session.context();
        try {
            script.accept(session);
        } catch (RuntimeException e) {
            return afterFailure(session, e);
        }
        if (session.refused() != null) {
            return afterFailure(session, session.refused().refusal());
        }
        if (session.partRefusedByGuess()) {
            return Optional.empty();
        }
        int version = mainVersion(session, mainStream);
        Append append = builder.build(session, mainStream, version);
        return switch (appender.append(append)) {
            case Verdict.Won(long position) -> {
                if (position > 0) {
                    stored();
                }
                yield Optional.of(
                        new CommandOutcome(mainStream, version, context.status(), false, position));
            }
            case Verdict.Replayed known -> Optional.of(replay(context, known));
            case Verdict.Conflict() -> Optional.empty();
            case Verdict.Taken(int index) ->
                    throw new CommandRefused(session.reservations().get(index).ifTaken());
        };
    }

    /**
     * A command that was carried out before may well be refused by the state it left behind: what
     * was answered then counts.
     */
    private Optional<CommandOutcome> afterFailure(StoreSession session, RuntimeException failure) {
        CommandContext context = session.context();
        Optional<Verdict.Replayed> known = known(context.commandId());
        if (known.isPresent()) {
            return known.map(k -> replay(context, k));
        }
        if (session.assumed()) {
            return Optional.empty();
        }
        StoreSession.Refused refused = session.refused();
        if (refused == null) {
            throw failure;
        }
        if (!refused.seen().isEmpty()) {
            Verdict verdict = appender.append(builder.build(refused, context));
            if (verdict instanceof Verdict.Conflict) {
                return Optional.empty();
            }
            stored();
        }
        throw refused.refusal();
    }

    private CommandOutcome replay(CommandContext context, Verdict.Replayed known) {
        if (!digests.same(context.requestHash(), known.requestHash())) {
            throw new StoreException.IdempotencyMismatch();
        }
        return new CommandOutcome(known.stream(), known.version(), known.status(), true, 0);
    }

    private int mainVersion(StoreSession session, UUID mainStream) {
        OpenStream<?, ?> main = session.stream(mainStream);
        return main != null
                ? main.version()
                : streams.stored(mainStream, Integer.MAX_VALUE).version();
    }

    private StoreException stale(CommandContext context, UUID mainStream) {
        int expected = context.expectedVersion().orElseThrow();
        int actual = streams.stored(mainStream, Integer.MAX_VALUE).version();
        return expected == actual
                ? new StoreException.LostRace()
                : new StoreException.VersionStale(expected, actual);
    }

    private Optional<Verdict.Replayed> known(UUID commandId) {
        return Optional.ofNullable(known(List.of(commandId)).get(commandId))
                .map(
                        k ->
                                new Verdict.Replayed(
                                        k.stream(), k.version(), k.status(), k.requestHash()));
    }

    private <T> T read(Transactions.Work<T> work) {
        return Transactions.read(write, work);
    }
}
