package io.guanxi.client.absence;

import io.guanxi.client.absence.AbsenceEvent.AbsenceCancelled;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;
import java.util.UUID;

/** The cover's row of the book, the same table that every other service fills from the topic. */
public final class BookCoverView implements InlineView<AbsenceEvent, BookCoverView.Row> {

    /** A row of {@code book_cover}. */
    public record Row(
            UUID absenceId,
            String staffId,
            String coverId,
            Instant fromAt,
            Instant toAt,
            String state) {}

    @Override
    public String table() {
        return "book_cover";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<AbsenceEvent> event) {
        AbsenceDetails absence = AbsenceEvent.held(event);
        String state =
                switch (event.event()) {
                    case AbsenceRecorded _ -> "ACTIVE";
                    case AbsenceCancelled _ -> "CANCELLED";
                };
        return new Row(
                absence.absenceId(),
                absence.staffId(),
                absence.coverId(),
                absence.from(),
                absence.to(),
                state);
    }
}
