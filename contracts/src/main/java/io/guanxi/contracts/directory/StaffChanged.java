package io.guanxi.contracts.directory;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.LocalDate;
import java.util.List;

/**
 * A staff member as the directory knows them now, by code, without a name. Key: the staff stream
 * id.
 *
 * @param staffId code, for example {@code S-0001}
 * @param unitId code of the unit they belong to
 * @param supervisorId staff code of who they report to; alerts are routed along it
 * @param roles what they may do, see {@link StaffRoles}
 * @param track PE-04; absent for staff who are no relationship managers
 * @param bookType which cap their portfolio has; absent for staff without a portfolio
 * @param grade code of the grade and step (PE-03)
 * @param capacity clients they can look after; absent: the cap of the book type
 * @param qualifiedUntil the last day of the qualification (PR-04)
 * @param licences codes of the licences held (PR-18)
 * @param active false after departure
 */
@EventType(name = "staff-changed", description = "A staff member as the directory knows them now.")
public record StaffChanged(
        String staffId,
        String unitId,
        @MayBeAbsent String supervisorId,
        List<String> roles,
        @MayBeAbsent Track track,
        @MayBeAbsent BookType bookType,
        @MayBeAbsent String grade,
        @MayBeAbsent Integer capacity,
        @MayBeAbsent LocalDate qualifiedUntil,
        List<String> licences,
        boolean active) {

    public StaffChanged {
        roles = roles == null ? List.of() : List.copyOf(roles);
        licences = licences == null ? List.of() : List.copyOf(licences);
    }
}
