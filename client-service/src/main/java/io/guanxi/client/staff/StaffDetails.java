package io.guanxi.client.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is known of a member of staff but the name, which is personal data.
 *
 * @param staffNo the number in the bank's personnel system
 * @param supervisorId who is told and asked first; it may name somebody who joins later
 * @param roles in lower case, sorted; what the token says counts only as far as it stands here
 * @param capacity clients this person can look after; null: the cap of the book type
 * @param qualifiedUntil PR-04: the last day of the qualification; null: no such data is held
 * @param lastDay PR-15: the last day at work, to come or past; null where no departure is known
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
        List<Commitment> commitments,
        LocalDate lastDay,
        boolean active) {

    public StaffDetails {
        roles = roles == null ? List.of() : roles.stream().distinct().sorted().toList();
        licences = licences == null ? List.of() : List.copyOf(licences);
        commitments = commitments == null ? List.of() : List.copyOf(commitments);
    }

    StaffDetails qualified(Qualification qualification) {
        boolean longer = qualifiedUntil == null || qualification.until().isAfter(qualifiedUntil);
        return copy(
                longer ? qualification.until() : qualifiedUntil,
                licences,
                commitments,
                lastDay,
                active);
    }

    /** A later licence of a kind replaces the one before. */
    StaffDetails licensed(Licence licence) {
        Stream<Licence> others = licences.stream().filter(l -> !l.kind().equals(licence.kind()));
        return copy(
                qualifiedUntil,
                Stream.concat(others, Stream.of(licence)).toList(),
                commitments,
                lastDay,
                active);
    }

    StaffDetails committed(Commitment commitment) {
        Stream<Commitment> others = commitments.stream().filter(c -> c.kind() != commitment.kind());
        return copy(
                qualifiedUntil,
                licences,
                Stream.concat(others, Stream.of(commitment)).toList(),
                lastDay,
                active);
    }

    public StaffDetails leaving(LocalDate newLastDay) {
        return copy(qualifiedUntil, licences, commitments, newLastDay, active);
    }

    StaffDetails departed(LocalDate newLastDay) {
        return copy(qualifiedUntil, licences, commitments, newLastDay, false);
    }

    private StaffDetails copy(
            LocalDate newQualifiedUntil,
            List<Licence> newLicences,
            List<Commitment> newCommitments,
            LocalDate newLastDay,
            boolean newActive) {
        return new StaffDetails(
                staffId,
                staffNo,
                unitId,
                supervisorId,
                roles,
                track,
                bookType,
                grade,
                capacity,
                newQualifiedUntil,
                newLicences,
                newCommitments,
                newLastDay,
                newActive);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
