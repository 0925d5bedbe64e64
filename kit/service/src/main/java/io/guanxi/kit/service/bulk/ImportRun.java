package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.Memory;
import io.guanxi.kit.eventsourcing.Rehearsal;
import io.guanxi.kit.eventsourcing.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * One import under way: whose lines, under which ids. Command ids follow from the import and from
 * where an append begins, so that whoever goes on after a crash stores nothing twice and knows what
 * was its own doing.
 *
 * @param hash of what was asked, compared when the same import comes again
 * @param rehearsal null: for real
 * @param decided what earlier lines of a rehearsal made
 * @param memory of the units, managers and books that many lines name
 * @param pause before each append
 */
record ImportRun(
        UUID id,
        String actor,
        byte[] hash,
        String traceparent,
        Rehearsal rehearsal,
        Set<UUID> decided,
        Memory memory,
        Runnable pause) {
    /** An append begins at a line a second time when lines of its first were refused. */
    static final int ATTEMPTS = 3;

    private static final int CREATED = 201;
    private static final int REMEMBERED = 10_000;

    static ImportRun of(
            UUID id, CommandContext asked, byte[] hash, Rehearsal rehearsal, Runnable pause) {
        return new ImportRun(
                id,
                asked.actor(),
                hash,
                asked.traceparent(),
                rehearsal,
                new HashSet<>(),
                new Memory(REMEMBERED),
                pause);
    }

    boolean dry() {
        return rehearsal != null;
    }

    /** The id of a thing to which its line gives none. */
    UUID chosen(int line) {
        return Uuids.v5(id, "line" + line);
    }

    CommandContext context(int firstLine, int attempt, Instant now) {
        return new CommandContext(
                command(firstLine, attempt),
                hash,
                CREATED,
                OptionalInt.empty(),
                actor,
                now,
                now,
                traceparent);
    }

    /** Every command under which these lines may have been stored. */
    List<UUID> commands(List<? extends BulkLine<?>> lines) {
        List<UUID> commands = new ArrayList<>(lines.size() * ATTEMPTS);
        for (BulkLine<?> line : lines) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                commands.add(command(line.number(), attempt));
            }
        }
        return commands;
    }

    private UUID command(int firstLine, int attempt) {
        return Uuids.v5(id, "from" + firstLine + "/" + attempt);
    }
}
