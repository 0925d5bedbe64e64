package io.guanxi.kit.eventsourcing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Appends that can share a call: no stream, command or reservation key occurs in two of them, so
 * that each one's verdict is its own.
 */
final class AppendBatch {
    private final GroupCommit limits;
    private final List<WaitingAppend> members = new ArrayList<>();
    private final Set<Object> touched = new HashSet<>();
    private long bytes;

    AppendBatch(GroupCommit limits) {
        this.limits = limits;
    }

    boolean isFull() {
        return members.size() >= limits.commands() || bytes >= limits.bytes();
    }

    /** False if it shares something with another of the batch and must wait for the next one. */
    boolean offer(WaitingAppend one) {
        Append append = one.append();
        if (touched.contains(append.commandId())
                || append.streams().stream().anyMatch(s -> touched.contains(s.id()))
                || append.reservations().stream().anyMatch(r -> touched.contains(key(r)))
                || append.releases().stream().anyMatch(r -> touched.contains(key(r)))) {
            return false;
        }
        touched.add(append.commandId());
        append.streams().forEach(s -> touched.add(s.id()));
        append.reservations().forEach(r -> touched.add(key(r)));
        append.releases().forEach(r -> touched.add(key(r)));
        members.add(one);
        bytes += append.bytes();
        return true;
    }

    List<WaitingAppend> members() {
        return members;
    }

    private static List<String> key(Append.Reservation reservation) {
        return List.of(reservation.scope(), reservation.key());
    }

    private static List<String> key(Append.Release release) {
        return List.of(release.scope(), release.key());
    }
}
