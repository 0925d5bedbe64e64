package io.guanxi.client.staff;

import io.guanxi.kit.service.approval.ApprovalCard;
import java.time.LocalDate;
import java.util.List;

/**
 * A member of staff as shown.
 *
 * @param name null for those who see codes only
 * @param qualifiedUntil PR-04: the last day of the qualification, where such data is held
 * @param lastDay PR-15: the last day at work, announced or past; null where no departure is known
 * @param active until the end of the last day, and for as long as there are clients in the book
 * @param approval PR-03: the appointment that waits for a second person, where one is read alone
 */
public record StaffCard(
        String id,
        String staffNo,
        String name,
        String unitId,
        String supervisorId,
        List<String> roles,
        Track track,
        BookType bookType,
        String grade,
        Integer capacity,
        LocalDate qualifiedUntil,
        List<Licence> licences,
        List<Commitment> commitments,
        LocalDate lastDay,
        boolean active,
        ApprovalCard approval) {

    static StaffCard of(StaffDetails staff, String name, ApprovalCard approval) {
        return new StaffCard(
                staff.staffId(),
                staff.staffNo(),
                name,
                staff.unitId(),
                staff.supervisorId(),
                staff.roles(),
                staff.track(),
                staff.bookType(),
                staff.grade(),
                staff.capacity(),
                staff.qualifiedUntil(),
                staff.licences(),
                staff.commitments(),
                staff.lastDay(),
                staff.active(),
                approval);
    }
}
