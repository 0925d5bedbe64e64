package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.Append.Release;
import io.guanxi.kit.eventsourcing.Append.Reservation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A session over streams that somebody else can load. */
class StoreSession implements Session {

    /** Where a session's streams come from. */
    interface Source {
        StreamReader.Stored load(UUID streamId);

        default Map<UUID, StreamReader.Stored> load(Collection<UUID> streams) {
            return Map.of();
        }

        default <S, E> OpenStream<S, E> open(
                Aggregate<?, S, E> aggregate, UUID streamId, Codecs codecs) {
            return codecs.fold(aggregate, streamId, load(streamId));
        }

        /** Whether it gave any stream from memory, without a look. */
        default boolean guessed() {
            return false;
        }
    }

    /** An event to append, with the subject whose key hides its personal data. */
    record Pending<E>(Aggregate<?, ?, E> aggregate, UUID subject, Recorded<E> event) {}

    /** A decider said no; what it saw is stored all the same. */
    record Refused(CommandRefused refusal, OpenStream<?, ?> stream, List<Pending<?>> seen) {}

    private final CommandContext context;
    private final UUID mainStream;
    private final Source source;
    private final Codecs codecs;
    private final Map<UUID, OpenStream<?, ?>> earlier;
    private final Map<UUID, OpenStream<?, ?>> streams = new LinkedHashMap<>();
    private final Map<UUID, OpenStream<?, ?>> loaded = new HashMap<>();
    private final Map<UUID, StreamReader.Stored> preloaded = new HashMap<>();
    private final List<Pending<?>> pending = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    private final Set<List<String>> reserved = new HashSet<>();
    private final Set<UUID> guarded = new HashSet<>();
    private final boolean mayAssume;
    private Instant occurredAt;
    private final Set<UUID> assumed = new HashSet<>();
    private boolean partRefused;
    private Refused refused;
    private Part part;

    StoreSession(CommandContext context, UUID mainStream, Source source, Codecs codecs) {
        this(context, mainStream, source, codecs, Map.of(), false);
    }

    /** A session that may take the word of {@link #create} that a stream is new. */
    static StoreSession assuming(
            CommandContext context, UUID mainStream, Source source, Codecs codecs) {
        return new StoreSession(context, mainStream, source, codecs, Map.of(), true);
    }

    /**
     * A session that goes on from another of the same transaction.
     *
     * @param earlier the streams as that one left them
     */
    StoreSession(
            CommandContext context,
            UUID mainStream,
            Source source,
            Codecs codecs,
            Map<UUID, OpenStream<?, ?>> earlier,
            boolean mayAssume) {
        this.mayAssume = mayAssume;
        this.earlier = earlier;
        this.context = context;
        this.occurredAt = context.occurredAt();
        this.mainStream = mainStream;
        this.source = source;
        this.codecs = codecs;
    }

    @Override
    public <S> Loaded<S> load(Aggregate<?, S, ?> aggregate, UUID streamId) {
        OpenStream<S, ?> stream = open(aggregate, streamId);
        return new Loaded<>(stream.state(), stream.version());
    }

    @Override
    public void preload(Collection<UUID> ids) {
        List<UUID> unseen =
                ids.stream()
                        .filter(id -> !streams.containsKey(id) && !preloaded.containsKey(id))
                        .toList();
        preloaded.putAll(source.load(unseen));
    }

    @Override
    public <C, S, E> S execute(Aggregate<C, S, E> aggregate, UUID streamId, C command) {
        OpenStream<S, E> stream = open(aggregate, streamId);
        bind(streamId);
        return switch (aggregate.decider().decide(command, stream.state())) {
            case Decision.Accepted<E>(var events) -> add(stream, events, pending).state();
            case Decision.Refused<E>(var reason, var observations) -> {
                List<Pending<?>> seen = new ArrayList<>();
                CommandRefused refusal = new CommandRefused(reason);
                OpenStream<S, E> before = asLoaded(streamId);
                refused = new Refused(refusal, add(before, observations, seen), seen);
                throw refusal;
            }
        };
    }

    @Override
    public <C, S, E> S create(Aggregate<C, S, E> aggregate, UUID streamId, C command) {
        if (mayAssume && !streams.containsKey(streamId) && !preloaded.containsKey(streamId)) {
            OpenStream<S, E> start = OpenStream.start(aggregate, streamId);
            checkExpected(streamId, 0);
            keep(start);
            loaded.put(streamId, start);
            assumed.add(streamId);
        }
        return execute(aggregate, streamId, command);
    }

    @Override
    public <S, E> S record(Aggregate<?, S, E> aggregate, UUID streamId, E event) {
        return add(open(aggregate, streamId), List.of(event), pending).state();
    }

    @Override
    public void guard(Aggregate<?, ?, ?> aggregate, UUID streamId) {
        open(aggregate, streamId);
        bind(streamId);
    }

    @Override
    public void reserve(String scope, String key, UUID owner, Refusal ifTaken) {
        if (!reserved.add(List.of(scope, key))) {
            Reservation earlierOne = reservation(scope, key);
            if (part != null && !earlierOne.owner().equals(owner)) {
                throw new CommandRefused(ifTaken);
            }
            reservations.remove(earlierOne);
        }
        reservations.add(new Reservation(scope, key, owner, ifTaken));
    }

    @Override
    public void release(String scope, String key, UUID owner) {
        releases.add(new Release(scope, key, owner));
    }

    @Override
    public CommandContext context() {
        return context;
    }

    @Override
    public void occurring(Instant at) {
        occurredAt = at;
    }

    @Override
    public Optional<Refusal> part(Runnable decisions) {
        if (part != null) {
            throw new IllegalStateException("A part has no parts");
        }
        part = new Part(pending.size(), List.copyOf(reservations), List.copyOf(releases));
        try {
            decisions.run();
            return Optional.empty();
        } catch (CommandRefused e) {
            partRefused = true;
            undo(part);
            if (refused != null && refused.refusal() == e) {
                refused.seen().forEach(this::addSeen);
            }
            refused = null;
            return Optional.of(e.refusal());
        } finally {
            part = null;
        }
    }

    @Override
    public List<Recorded<?>> pending() {
        return pending.stream().<Recorded<?>>map(Pending::event).toList();
    }

    /** Whether a stream was taken for new, or from memory, without a look. */
    boolean assumed() {
        return !assumed.isEmpty() || source.guessed();
    }

    /** Whether a part was refused by what may have changed meanwhile. */
    boolean partRefusedByGuess() {
        return partRefused && source.guessed();
    }

    /**
     * The streams that may be met again, as they are when all of it is stored: those that an append
     * depends on, so that it notices when one of them went on meanwhile.
     */
    List<OpenStream<?, ?>> worthKeeping() {
        return bound().stream()
                .filter(stream -> !assumed.contains(stream.id()))
                .<OpenStream<?, ?>>map(OpenStream::asLoaded)
                .toList();
    }

    Refused refused() {
        return refused;
    }

    Map<UUID, OpenStream<?, ?>> streams() {
        return streams;
    }

    /** The stream if the session has seen it, else null. */
    OpenStream<?, ?> stream(UUID id) {
        return streams.get(id);
    }

    /** The streams whose version the append depends on. */
    List<OpenStream<?, ?>> bound() {
        return streams.values().stream()
                .filter(s -> s.moved() || guarded.contains(s.id()))
                .toList();
    }

    List<Pending<?>> pendingEvents() {
        return pending;
    }

    List<Reservation> reservations() {
        return reservations;
    }

    List<Release> releases() {
        return releases;
    }

    private <S, E> OpenStream<S, E> open(Aggregate<?, S, E> aggregate, UUID streamId) {
        OpenStream<?, ?> open = streams.getOrDefault(streamId, earlier.get(streamId));
        if (open == null) {
            open = fresh(aggregate, streamId);
            checkExpected(streamId, open.version());
            keep(open);
            loaded.put(streamId, open);
        }
        return open.as(aggregate);
    }

    /** Without what this session decided: a refusal drops it. */
    @SuppressWarnings("unchecked")
    private <S, E> OpenStream<S, E> asLoaded(UUID streamId) {
        return (OpenStream<S, E>) loaded.getOrDefault(streamId, earlier.get(streamId));
    }

    private <S, E> OpenStream<S, E> fresh(Aggregate<?, S, E> aggregate, UUID streamId) {
        StreamReader.Stored known = preloaded.remove(streamId);
        return known == null
                ? source.open(aggregate, streamId, codecs)
                : codecs.fold(aggregate, streamId, known);
    }

    private void checkExpected(UUID streamId, int version) {
        if (streamId.equals(mainStream)
                && context.expectedVersion().isPresent()
                && context.expectedVersion().getAsInt() != version) {
            throw new StoreException.VersionStale(context.expectedVersion().getAsInt(), version);
        }
    }

    private <S, E> OpenStream<S, E> add(
            OpenStream<S, E> stream, List<? extends E> events, List<Pending<?>> to) {
        OpenStream<S, E> current = stream;
        for (E event : events) {
            S next = current.aggregate().decider().evolve(current.state(), event);
            Recorded<E> recorded = recorded(current, next, event);
            UUID subject = current.aggregate().subject().apply(current.id(), next);
            to.add(new Pending<>(current.aggregate(), subject, recorded));
            current = current.after(next, recorded);
        }
        if (to == pending) {
            keep(current);
        }
        return current;
    }

    /** What a part began with, and what it has changed since. */
    private record Part(
            int pending,
            List<Reservation> reservations,
            List<Release> releases,
            Map<UUID, Optional<OpenStream<?, ?>>> before,
            Set<UUID> bound) {

        Part(int pending, List<Reservation> reservations, List<Release> releases) {
            this(pending, reservations, releases, new HashMap<>(), new HashSet<>());
        }
    }

    private void keep(OpenStream<?, ?> stream) {
        OpenStream<?, ?> before = streams.put(stream.id(), stream);
        if (part != null) {
            part.before().putIfAbsent(stream.id(), Optional.ofNullable(before));
        }
    }

    private void bind(UUID streamId) {
        if (guarded.add(streamId) && part != null) {
            part.bound().add(streamId);
        }
    }

    /** What the part loaded stays loaded; what it decided is gone. */
    private void undo(Part gone) {
        gone.before()
                .forEach(
                        (id, before) -> {
                            OpenStream<?, ?> kept = before.orElse(loaded.get(id));
                            if (kept == null) {
                                streams.remove(id);
                            } else {
                                streams.put(id, kept);
                            }
                        });
        guarded.removeAll(gone.bound());
        pending.subList(gone.pending(), pending.size()).clear();
        reservations.clear();
        reservations.addAll(gone.reservations());
        reserved.clear();
        reservations.forEach(r -> reserved.add(List.of(r.scope(), r.key())));
        releases.clear();
        releases.addAll(gone.releases());
    }

    private <E> void addSeen(Pending<E> seen) {
        record(seen.aggregate(), seen.event().streamId(), seen.event().event());
    }

    private Reservation reservation(String scope, String key) {
        return reservations.stream()
                .filter(r -> r.scope().equals(scope) && r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private <S, E> Recorded<E> recorded(OpenStream<S, E> stream, S next, E event) {
        return new Recorded<>(
                0,
                stream.id(),
                stream.version() + 1,
                stream.aggregate().key().apply(stream.id(), next),
                Uuids.v7(),
                context.commandId(),
                occurredAt.truncatedTo(ChronoUnit.MICROS),
                context.recordedAt().truncatedTo(ChronoUnit.MICROS),
                context.actor(),
                context.traceparent(),
                stream.aggregate().types().typeOf(event).name(),
                event);
    }
}
