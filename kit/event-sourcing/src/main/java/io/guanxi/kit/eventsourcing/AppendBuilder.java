package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Turns what a session decided into what the database is asked to append. */
final class AppendBuilder {
    private final Codecs codecs;
    private final ViewStatements views;
    private final RequestDigests digests;

    AppendBuilder(Codecs codecs, ViewStatements views, RequestDigests digests) {
        this.codecs = codecs;
        this.views = views;
        this.digests = digests;
    }

    Append build(StoreSession session, UUID mainStream, int mainVersion) {
        CommandContext context = session.context();
        List<OpenStream<?, ?>> bound = session.bound();
        return new Append(
                context.commandId(),
                digests.stored(context.requestHash()),
                context.status(),
                mainStream,
                mainVersion,
                moves(bound),
                session.reservations(),
                session.releases(),
                events(session.pendingEvents()),
                rows(bound));
    }

    /** The observations of a refusal, under a command id that a repeat of it has again. */
    Append build(StoreSession.Refused refused, CommandContext context) {
        OpenStream<?, ?> stream = refused.stream();
        UUID commandId = Uuids.v5(context.commandId(), refused.refusal().refusal().code());
        return new Append(
                commandId,
                new byte[0],
                context.status(),
                stream.id(),
                stream.version(),
                moves(List.of(stream)),
                List.of(),
                List.of(),
                events(refused.seen()).stream().map(e -> underCommand(e, commandId)).toList(),
                rows(List.of(stream)));
    }

    List<Append.StreamMove> moves(Collection<OpenStream<?, ?>> streams) {
        return streams.stream()
                .map(
                        s ->
                                new Append.StreamMove(
                                        s.id(),
                                        s.aggregate().name(),
                                        s.loadedVersion(),
                                        s.version()))
                .toList();
    }

    List<Append.NewEvent> events(List<StoreSession.Pending<?>> pending) {
        List<Append.NewEvent> events = new ArrayList<>(pending.size());
        for (StoreSession.Pending<?> one : pending) {
            events.add(event(one));
        }
        return events;
    }

    List<Append.ViewRow> rows(Collection<OpenStream<?, ?>> streams) {
        List<Append.ViewRow> rows = new ArrayList<>();
        for (OpenStream<?, ?> stream : streams) {
            for (int i = 0; stream.moved() && i < stream.rows().length; i++) {
                InlineView<?, ?> view = stream.aggregate().views().get(i);
                if (stream.rows()[i] != null) {
                    rows.add(views.upsert(view, stream.rows()[i]));
                } else if (stream.loadedRows()[i] != null) {
                    rows.add(views.delete(view, stream.loadedRows()[i]));
                }
            }
        }
        return rows;
    }

    private <E> Append.NewEvent event(StoreSession.Pending<E> pending) {
        Recorded<E> event = pending.event();
        EventCodec.Encoded encoded =
                codecs.of(pending.aggregate().types())
                        .encode(
                                event.event(),
                                pending.subject(),
                                event.streamId(),
                                event.version());
        return new Append.NewEvent(
                event.streamId(),
                event.version(),
                event.key(),
                Partitions.of(event.key()),
                event.eventId(),
                event.commandId(),
                event.occurredAt(),
                event.recordedAt(),
                encoded,
                meta(event));
    }

    private static Append.NewEvent underCommand(Append.NewEvent event, UUID commandId) {
        return new Append.NewEvent(
                event.stream(),
                event.version(),
                event.key(),
                event.partition(),
                event.eventId(),
                commandId,
                event.occurredAt(),
                event.recordedAt(),
                event.encoded(),
                event.meta());
    }

    private static String meta(Recorded<?> event) {
        try {
            return Json.MAPPER.writeValueAsString(
                    new StoredEvent.Meta(event.actor(), event.traceparent()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
