package io.guanxi.client.handover;

import io.guanxi.client.handover.HandoverEvent.HandoverCarriedOut;
import io.guanxi.client.handover.HandoverEvent.HandoverRequested;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;
import java.util.UUID;

/** Handovers in lists. */
public final class HandoverView implements InlineView<HandoverEvent, HandoverView.Row> {

    /**
     * A row of {@code handover_view}.
     *
     * @param clients how many were asked for, then how many went; 0: the whole book, not counted
     *     yet
     */
    public record Row(
            UUID handoverId,
            String fromId,
            String toId,
            boolean whole,
            int clients,
            String requestedBy,
            Instant requestedAt,
            Instant doneAt) {}

    @Override
    public String table() {
        return "handover_view";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<HandoverEvent> event) {
        return switch (event.event()) {
            case HandoverRequested(var asked, var byId, _) ->
                    new Row(
                            asked.handoverId(),
                            asked.fromId(),
                            asked.toId(),
                            asked.whole(),
                            asked.clientIds().size(),
                            byId,
                            event.recordedAt(),
                            null);
            case HandoverCarriedOut(var clients, _) ->
                    new Row(
                            row.handoverId(),
                            row.fromId(),
                            row.toId(),
                            row.whole(),
                            clients.size(),
                            row.requestedBy(),
                            row.requestedAt(),
                            event.recordedAt());
        };
    }
}
