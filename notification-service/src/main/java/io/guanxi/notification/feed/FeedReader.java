package io.guanxi.notification.feed;

import io.guanxi.kit.service.security.Role;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/**
 * One connection of the feed: where it is, and a bounded buffer before it. Only the feed's thread
 * puts something in; the connection takes it out at its own pace.
 */
final class FeedReader {
    private final String personId;
    private final Set<Role> roles;
    private final Instant expiresAt;
    private final Sse sse;
    private final SseEventSink sink;
    private final int capacity;
    private final Queue<OutboundSseEvent> buffer = new ArrayDeque<>();
    private boolean sending;
    private long lastSentNanos = System.nanoTime();
    private long position;

    FeedReader(
            String personId,
            Set<Role> roles,
            Instant expiresAt,
            Sse sse,
            SseEventSink sink,
            int capacity) {
        this.personId = personId;
        this.roles = Set.copyOf(roles);
        this.expiresAt = expiresAt;
        this.sse = sse;
        this.sink = sink;
        this.capacity = capacity;
    }

    String personId() {
        return personId;
    }

    Set<Role> roles() {
        return roles;
    }

    long position() {
        return position;
    }

    void moveTo(long newPosition) {
        position = newPosition;
    }

    void send(FeedEvent event) {
        put(
                sse.newEventBuilder()
                        .id(event.id())
                        .name(event.type())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, event.data())
                        .build());
    }

    /** Tells that events before {@code from} will not come: the reader must read the list anew. */
    void reset(long from) {
        String sequence = FeedEvent.sequence(from, 0);
        put(
                sse.newEventBuilder()
                        .id(sequence)
                        .name("reset")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, "{\"from\":\"" + sequence + "\"}")
                        .build());
    }

    void ping() {
        put(sse.newEventBuilder().comment("ping").build());
    }

    /** How many more events fit; the feed reads no further for this connection than that. */
    synchronized int room() {
        return capacity - buffer.size();
    }

    /** Closed by the other side, past the token's end, or too slow for too long. */
    synchronized boolean over(Instant now, long patienceNanos) {
        boolean stuck = sending && System.nanoTime() - lastSentNanos > patienceNanos;
        return stuck || sink.isClosed() || !now.isBefore(expiresAt);
    }

    void close() {
        sink.close();
    }

    private synchronized void put(OutboundSseEvent event) {
        if (buffer.size() < capacity || buffer.isEmpty()) {
            buffer.add(event);
        }
        if (!sending) {
            sendNext();
        }
    }

    private synchronized void sendNext() {
        OutboundSseEvent next = buffer.poll();
        lastSentNanos = System.nanoTime();
        sending = next != null;
        if (sending) {
            sink.send(next).whenComplete((_, failure) -> sent(failure));
        }
    }

    private void sent(Throwable failure) {
        if (failure != null) {
            sink.close();
        } else {
            sendNext();
        }
    }
}
