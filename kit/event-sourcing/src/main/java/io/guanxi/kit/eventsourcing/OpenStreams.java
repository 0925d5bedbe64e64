package io.guanxi.kit.eventsourcing;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens streams: from memory, from a snapshot and what came after it, or from all their events. */
final class OpenStreams {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);

    private final DataSource database;
    private final Codecs codecs;
    private final SnapshotTable snapshots;

    OpenStreams(DataSource database, Codecs codecs, SnapshotTable snapshots) {
        this.database = database;
        this.codecs = codecs;
        this.snapshots = snapshots;
    }

    /** What is stored after a version. */
    StreamReader.Stored stored(UUID streamId, int fromVersion) {
        return Transactions.read(
                database, connection -> StreamReader.read(connection, streamId, fromVersion));
    }

    /** Folded from the snapshot where there is one; a new one is kept when that was long ago. */
    <S, E> OpenStream<S, E> open(Aggregate<?, S, E> aggregate, UUID streamId) {
        if (aggregate.snapshots() == null) {
            return codecs.fold(aggregate, streamId, stored(streamId, 0));
        }
        OpenStream<S, E> start =
                Transactions.read(
                                database,
                                connection -> snapshots.find(connection, aggregate, streamId))
                        .orElseGet(() -> OpenStream.start(aggregate, streamId));
        StreamReader.Stored since = stored(streamId, start.version());
        since.check(aggregate.name());
        OpenStream<S, E> stream = start.fold(codecs.decode(aggregate, since.events()));
        if (since.events().size() >= aggregate.snapshots().every()) {
            keep(stream);
        }
        return stream;
    }

    /** For one session. */
    StoreSession.Source remembering(Memory memory) {
        return new Remembering(memory);
    }

    private void keep(OpenStream<?, ?> stream) {
        try {
            Transactions.single(
                    database,
                    connection -> {
                        snapshots.keep(connection, stream);
                        return null;
                    });
        } catch (SQLException | RuntimeException e) {
            // For example because the subject's key has been destroyed. The events are all there.
            LOG.debug("A snapshot was not kept", e);
        }
    }

    /** What memory holds is not read. */
    private final class Remembering implements StoreSession.Source {
        private final Memory memory;
        private boolean guessed;

        Remembering(Memory memory) {
            this.memory = memory;
        }

        @Override
        public boolean guessed() {
            return guessed;
        }

        @Override
        public StreamReader.Stored load(UUID streamId) {
            return stored(streamId, 0);
        }

        @Override
        public <S, E> OpenStream<S, E> open(
                Aggregate<?, S, E> aggregate, UUID streamId, Codecs with) {
            OpenStream<?, ?> known = memory.of(streamId);
            if (known == null) {
                return OpenStreams.this.open(aggregate, streamId);
            }
            guessed = true;
            return known.as(aggregate);
        }

        @Override
        public Map<UUID, StreamReader.Stored> load(Collection<UUID> ids) {
            List<UUID> unknown = ids.stream().filter(id -> !memory.knows(id)).toList();
            Map<UUID, StreamReader.Stored> streams = new HashMap<>();
            unknown.forEach(id -> streams.put(id, StreamReader.Stored.NOTHING));
            streams.putAll(
                    Transactions.read(
                            database, connection -> StreamReader.read(connection, unknown, 0)));
            return streams;
        }
    }
}
