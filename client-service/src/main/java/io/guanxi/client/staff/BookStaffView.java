package io.guanxi.client.staff;

import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.LocalDate;
import java.util.List;

/** The person's row of the book, the same table that every other service fills from the topic. */
public final class BookStaffView implements InlineView<StaffEvent, BookStaffView.Row> {

    /** A row of {@code book_staff}. */
    public record Row(
            String staffId,
            String unitId,
            String supervisorId,
            List<String> roles,
            String track,
            String bookType,
            String grade,
            Integer capacity,
            LocalDate qualifiedUntil,
            boolean active) {}

    @Override
    public String table() {
        return "book_staff";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<StaffEvent> event) {
        StaffDetails staff = event.event().staff();
        return new Row(
                staff.staffId(),
                staff.unitId(),
                staff.supervisorId(),
                staff.roles(),
                staff.track() == null ? null : staff.track().name(),
                staff.bookType() == null ? null : staff.bookType().name(),
                staff.grade(),
                staff.capacity(),
                staff.qualifiedUntil(),
                staff.active());
    }
}
