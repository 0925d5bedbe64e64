package io.guanxi.client.staff;

import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of a member of staff but the name, which is personal data.
 *
 * @param staffNo the number in the bank's personnel system
 * @param supervisorId who is told and asked first; it may name somebody who joins later
 * @param roles in lower case, sorted; what the token says counts only as far as it stands here
 * @param capacity clients this person can look after; null: the cap of the book type
 * @param qualifiedUntil PR-04: the last day of the qualification; null: no such data is held
 * @param active false after departure
 */
public record StaffDetails(
        String staffId,
        String staffNo,
        String unitId,
        String supervisorId,
        List<String> roles,
        Track track,
        BookType bookType,
        String grade,
        Integer capacity,
        LocalDate qualifiedUntil,
        List<Licence> licences,
        boolean active) {

    public StaffDetails {
        roles = roles == null ? List.of() : roles.stream().distinct().sorted().toList();
        licences = licences == null ? List.of() : List.copyOf(licences);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
