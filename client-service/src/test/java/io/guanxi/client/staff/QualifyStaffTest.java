package io.guanxi.client.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.client.Assignee;
import io.guanxi.client.staff.StaffCommand.Depart;
import io.guanxi.client.staff.StaffCommand.GrantLicence;
import io.guanxi.client.staff.StaffCommand.Qualify;
import io.guanxi.client.staff.StaffCommand.ReckonDuty;
import io.guanxi.client.staff.StaffCommand.SignCommitment;
import io.guanxi.client.staff.StaffEvent.CommitmentSigned;
import io.guanxi.client.staff.StaffEvent.DepartureAnnounced;
import io.guanxi.client.staff.StaffEvent.DutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceDutyEnded;
import io.guanxi.client.staff.StaffEvent.LicenceDutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceGranted;
import io.guanxi.client.staff.StaffEvent.StaffDeparted;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.client.staff.StaffEvent.StaffQualified;
import io.guanxi.kit.testing.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualifyStaffTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);
    private static final Qualification FIRST =
            new Qualification("RM", LocalDate.of(2024, 6, 1), LAST_DAY);
    private static final RenewalDuty DUTY = duty("2026-05-31T16:00:00Z");
    private static final StaffDetails LIN =
            new StaffDetails(
                    "S-0001",
                    null,
                    "U-010",
                    "S-0009",
                    List.of("rm"),
                    Track.MARKET,
                    BookType.PERSONAL,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    true);

    private final DeciderSpec<StaffCommand, Staff, StaffEvent> staff =
            DeciderSpec.of(new StaffDecider());

    @Test
    void PR_04_a_qualification_brings_the_duty_to_renew_it() {
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new Qualify(FIRST, DUTY, TODAY))
                .then(new StaffQualified(LIN.qualified(FIRST), FIRST, DUTY, null));
    }

    @Test
    void PR_04_a_renewal_moves_the_duty_and_settles_the_one_before() {
        Qualification next =
                new Qualification("RM", LocalDate.of(2026, 6, 1), LocalDate.of(2028, 5, 31));
        RenewalDuty nextDuty = duty("2028-05-31T16:00:00Z");
        StaffDetails qualified = LIN.qualified(FIRST);
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null))
                .when(new Qualify(next, nextDuty, TODAY))
                .then(new StaffQualified(qualified.qualified(next), next, nextDuty, DUTY));
    }

    @Test
    void PR_03_nobody_counts_as_qualified_before_the_first_day() {
        LocalDate lastDay = TODAY.plusYears(2);
        RenewalDuty later = duty("2028-01-05T16:00:00Z");
        Qualification today = new Qualification("RM", TODAY, lastDay);
        Qualification tomorrow = new Qualification("RM", TODAY.plusDays(1), lastDay);
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new Qualify(today, later, TODAY))
                .then(new StaffQualified(LIN.qualified(today), today, later, null));
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new Qualify(tomorrow, later, TODAY))
                .thenRefused(StaffRefusal.QUALIFICATION_NOT_BEGUN);
    }

    @Test
    void PR_04_a_renewal_in_advance_leaves_no_day_between() {
        StaffDetails qualified = LIN.qualified(FIRST);
        Qualification gap = new Qualification("RM", LAST_DAY.plusDays(2), LocalDate.of(2028, 6, 1));
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null))
                .when(new Qualify(gap, duty("2028-06-01T16:00:00Z"), TODAY))
                .thenRefused(StaffRefusal.QUALIFICATION_NOT_BEGUN);
    }

    @Test
    void PR_04_an_earlier_end_moves_nothing() {
        Qualification shorter =
                new Qualification("RM", LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31));
        StaffDetails qualified = LIN.qualified(FIRST);
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null))
                .when(new Qualify(shorter, duty("2025-12-31T16:00:00Z"), TODAY))
                .then(new StaffQualified(qualified, shorter, null, null));
    }

    @Test
    void PR_04_a_changed_setting_moves_the_warning_and_not_the_end() {
        StaffDetails qualified = LIN.qualified(FIRST);
        RenewalDuty moved =
                new RenewalDuty(
                        DUTY.openedAt(), DUTY.dueAt().minus(Duration.ofDays(45)), DUTY.dueAt(), 2);
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null))
                .when(new ReckonDuty(Duration.ofDays(45), 2))
                .then(new DutyMoved(qualified, moved));
    }

    @Test
    void PR_04_a_setting_that_moves_no_warning_says_nothing() {
        StaffDetails qualified = LIN.qualified(FIRST);
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null))
                .when(new ReckonDuty(Duration.ofDays(30), 2))
                .thenNothing();
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new ReckonDuty(Duration.ofDays(45), 2))
                .thenNothing();
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null),
                        new StaffDeparted(qualified.departed(LAST_DAY), LAST_DAY, DUTY))
                .when(new ReckonDuty(Duration.ofDays(45), 2))
                .thenNothing();
    }

    @Test
    void scenario_11_who_qualified_on_1_June_2024_takes_no_client_from_1_June_2026() {
        Assignee lin = new Assignee("S-0001", "U-010", true, true, LAST_DAY, 0, 400, false);
        assertThat(lin.qualifiedOn(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(lin.qualifiedOn(LocalDate.of(2026, 6, 1))).isFalse();
    }

    @Test
    void PR_18_a_later_licence_of_a_kind_replaces_the_one_before() {
        Licence old = licence("FUND_SALE", 2025);
        Licence young = licence("FUND_SALE", 2027);
        StaffDetails licensed = LIN.licensed(old).licensed(licence("AFP", 2026));
        staff.given(new StaffJoined(licensed, "Lin Yue"))
                .when(new GrantLicence(young, DUTY))
                .then(
                        new LicenceGranted(licensed.licensed(young), young),
                        new LicenceDutyMoved(licensed.licensed(young), "FUND_SALE", DUTY, null));
        assertThat(licensed.licensed(young).licences())
                .containsExactly(licence("AFP", 2026), young);
    }

    @Test
    void PR_18_a_longer_licence_meets_the_duty_to_renew_a_corrected_one_moves_it() {
        Licence young = licence("FUND_SALE", 2028);
        StaffDetails licensed = LIN.licensed(young);
        RenewalDuty longer = duty("2028-12-31T16:00:00Z");
        LicenceDutyMoved held = new LicenceDutyMoved(licensed, "FUND_SALE", DUTY, null);
        staff.given(new StaffJoined(licensed, "Lin Yue"), held)
                .when(new GrantLicence(young, longer))
                .then(
                        new LicenceGranted(licensed, young),
                        new LicenceDutyMoved(licensed, "FUND_SALE", longer, DUTY));
        staff.given(new StaffJoined(licensed, "Lin Yue"), held)
                .when(new GrantLicence(young, DUTY))
                .then(new LicenceGranted(licensed, young), held);
    }

    @Test
    void PR_18_a_changed_setting_moves_the_warnings_of_licences_and_a_departure_ends_them() {
        RenewalDuty moved =
                new RenewalDuty(
                        DUTY.openedAt(), DUTY.dueAt().minus(Duration.ofDays(45)), DUTY.dueAt(), 2);
        LicenceDutyMoved held = new LicenceDutyMoved(LIN, "AFP", DUTY, null);
        staff.given(new StaffJoined(LIN, "Lin Yue"), held)
                .when(new ReckonDuty(Duration.ofDays(45), 2))
                .then(new LicenceDutyMoved(LIN, "AFP", moved, null));
        staff.given(new StaffJoined(LIN, "Lin Yue"), held)
                .when(new Depart(LAST_DAY, LAST_DAY, 0))
                .then(
                        new StaffDeparted(LIN.departed(LAST_DAY), LAST_DAY, null),
                        new LicenceDutyEnded(LIN.departed(LAST_DAY), "AFP", DUTY));
    }

    @Test
    void PH_01_a_signed_commitment_is_kept() {
        Commitment signed =
                new Commitment(
                        Commitment.Kind.NO_MISLEADING,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31));
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new SignCommitment(signed))
                .then(new CommitmentSigned(LIN.committed(signed), signed));
    }

    @Test
    void PR_15_nobody_leaves_with_a_client_in_the_book() {
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new Depart(LAST_DAY, LAST_DAY, 1))
                .thenRefused(StaffRefusal.BOOK_NOT_EMPTY);
    }

    @Test
    void PR_15_a_departure_to_come_is_announced_whatever_is_in_the_book() {
        LocalDate dayBefore = LAST_DAY.minusDays(1);
        staff.given(new StaffJoined(LIN, "Lin Yue"))
                .when(new Depart(LAST_DAY, dayBefore, 1))
                .then(new DepartureAnnounced(LIN.leaving(LAST_DAY), LAST_DAY));
        assertThat(LIN.leaving(LAST_DAY).active()).isTrue();
    }

    @Test
    void PR_15_a_later_announcement_replaces_the_day_and_the_same_says_nothing() {
        DepartureAnnounced announced = new DepartureAnnounced(LIN.leaving(LAST_DAY), LAST_DAY);
        LocalDate sooner = LAST_DAY.minusDays(7);
        staff.given(new StaffJoined(LIN, "Lin Yue"), announced)
                .when(new Depart(sooner, TODAY, 1))
                .then(new DepartureAnnounced(LIN.leaving(sooner), sooner));
        staff.given(new StaffJoined(LIN, "Lin Yue"), announced)
                .when(new Depart(LAST_DAY, TODAY, 1))
                .thenNothing();
        staff.given(new StaffJoined(LIN, "Lin Yue"), announced)
                .when(new Depart(TODAY, TODAY, 0))
                .then(new StaffDeparted(LIN.departed(TODAY), TODAY, null));
    }

    @Test
    void PR_15_who_has_handed_over_leaves_and_owes_nothing_any_more() {
        StaffDetails qualified = LIN.qualified(FIRST);
        staff.given(
                        new StaffJoined(LIN, "Lin Yue"),
                        new StaffQualified(qualified, FIRST, DUTY, null))
                .when(new Depart(LAST_DAY, LAST_DAY, 0))
                .then(new StaffDeparted(qualified.departed(LAST_DAY), LAST_DAY, DUTY));
    }

    @Test
    void who_has_left_neither_qualifies_nor_leaves_again() {
        StaffDeparted gone = new StaffDeparted(LIN.departed(LAST_DAY), LAST_DAY, null);
        staff.given(new StaffJoined(LIN, "Lin Yue"), gone)
                .when(new Qualify(FIRST, DUTY, TODAY))
                .thenRefused(StaffRefusal.DEPARTED);
        staff.given(new StaffJoined(LIN, "Lin Yue"), gone)
                .when(new Depart(LAST_DAY, LAST_DAY, 0))
                .thenRefused(StaffRefusal.DEPARTED);
        staff.given(new StaffJoined(LIN, "Lin Yue"), gone)
                .when(new Depart(LAST_DAY, TODAY, 0))
                .thenRefused(StaffRefusal.DEPARTED);
    }

    private static Licence licence(String kind, int year) {
        return new Licence(kind, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static RenewalDuty duty(String due) {
        Instant at = Instant.parse(due);
        return new RenewalDuty(
                at.minusSeconds(730 * 86_400L), at.minusSeconds(30 * 86_400L), at, 1);
    }
}
