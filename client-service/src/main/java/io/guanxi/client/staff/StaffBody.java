package io.guanxi.client.staff;

import io.guanxi.client.body.Shape;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A member of staff as sent. */
public record StaffBody(
        @NotNull @Pattern(regexp = Shape.CODE) String id,
        @Pattern(regexp = Shape.CODE) String staffNo,
        @NotBlank @Size(max = Shape.NAME) @Pattern(regexp = Shape.TEXT) String name,
        @NotNull @Pattern(regexp = Shape.CODE) String unitId,
        @Pattern(regexp = Shape.CODE) String supervisorId,
        @Size(max = 7) List<@NotNull @Pattern(regexp = Shape.ROLE) String> roles,
        Track track,
        BookType bookType,
        @Pattern(regexp = Shape.CODE) String grade,
        @Min(1) @Max(100_000) Integer capacity) {

    static StaffBody of(StaffDetails staff, String name) {
        return new StaffBody(
                staff.staffId(),
                staff.staffNo(),
                name,
                staff.unitId(),
                staff.supervisorId(),
                staff.roles(),
                staff.track(),
                staff.bookType(),
                staff.grade(),
                staff.capacity());
    }

    /** A newcomer: active, and without any qualification on record. */
    StaffDetails details() {
        return new StaffDetails(
                id,
                staffNo,
                unitId,
                supervisorId,
                roles,
                track,
                bookType,
                grade,
                capacity,
                null,
                List.of(),
                List.of(),
                null,
                true);
    }

    /** The same person with this body's fields. */
    StaffDetails over(StaffDetails before) {
        return new StaffDetails(
                before.staffId(),
                staffNo,
                unitId,
                supervisorId,
                roles,
                track,
                bookType,
                grade,
                capacity,
                before.qualifiedUntil(),
                before.licences(),
                before.commitments(),
                before.lastDay(),
                before.active());
    }
}
