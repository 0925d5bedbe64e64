package io.guanxi.visit.coverage;

import static io.guanxi.visit.coverage.ClientStory.BUILT_IN;
import static io.guanxi.visit.coverage.ClientStory.begins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked numbers of F6, "Due" and "Contact". */
class DueDatesTest {

    @Test
    void F6_a_client_seen_in_March_is_owed_a_visit_in_April_and_warned_on_the_25th() {
        ClientStory story =
                begins().tier("A1", "2026-01-01").assigned("2026-01-05").seen("2026-03-10");

        assertThat(story.opens("VI-06")).isEqualTo("2026-04-01T00:00");
        assertThat(story.warned("VI-06")).isEqualTo("2026-04-25T00:00");
        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
        assertThat(story.coverage().obligations().get("VI-06").dueAt())
                .isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
    }

    @Test
    void F6_February_2026_is_warned_on_the_23rd_at_09_36() {
        ClientStory story =
                begins().tier("A1", "2026-01-01").assigned("2026-01-05").seen("2026-01-20");

        assertThat(story.warned("VI-06")).isEqualTo("2026-02-23T09:36");
    }

    @Test
    void F6_twelve_months_after_10_March_2026_end_on_31_March_2027() {
        ClientStory story =
                new ClientStory(every(12, Window.MONTHS)).assigned("2026-03-01").seen("2026-03-10");

        assertThat(story.due("VI-06")).isEqualTo("2027-03-31");
        assertThat(story.opens("VI-06")).isEqualTo("2027-03-01T00:00");
    }

    @Test
    void scenario_3_only_phone_calls_follow_and_April_ends_overdue() {
        ClientStory story =
                begins().tier("A1", "2026-03-01")
                        .assigned("2026-03-01")
                        .seen("2026-03-10")
                        .phoned("2026-04-03")
                        .phoned("2026-04-20");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
        assertThat(story.seen("2026-05-06").due("VI-06")).isEqualTo("2026-06-30");
        assertThat(story.outcome("VI-06", "2026-04-30")).isEqualTo(Outcome.LATE);
    }

    @Test
    void scenario_3_visits_on_10_March_and_30_April_comply() {
        ClientStory story =
                begins().tier("A1", "2026-03-01")
                        .assigned("2026-03-01")
                        .seen("2026-03-10")
                        .contact(Channel.FACE_TO_FACE, Instant.parse("2026-04-30T15:59:59Z"));

        assertThat(story.outcome("VI-06", "2026-04-30")).isEqualTo(Outcome.MET);
    }

    @Test
    void scenario_3_a_visit_at_midnight_is_too_late() {
        ClientStory story =
                begins().tier("A1", "2026-03-01")
                        .assigned("2026-03-01")
                        .seen("2026-03-10")
                        .contact(Channel.FACE_TO_FACE, Instant.parse("2026-04-30T16:00:00Z"));

        assertThat(story.outcome("VI-06", "2026-04-30")).isEqualTo(Outcome.LATE);
    }

    @Test
    void scenario_3_rolling_is_overdue_after_10_April() {
        ClientStory story =
                new ClientStory(every(1, Window.ROLLING)).assigned("2026-03-01").seen("2026-03-10");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-10");
        assertThat(story.opens("VI-06")).isEqualTo("2026-03-11T00:00");
    }

    @Test
    void F6_rolling_is_clipped_to_the_end_of_a_shorter_month() {
        ClientStory story =
                new ClientStory(every(1, Window.ROLLING)).assigned("2026-01-01").seen("2026-01-31");

        assertThat(story.due("VI-06")).isEqualTo("2026-02-28");
    }

    @Test
    void F6_rolling_counts_from_the_assignment_too() {
        ClientStory story = new ClientStory(every(1, Window.ROLLING)).assigned("2026-03-10");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-10");
    }

    @Test
    void VI_06_an_A1_client_owned_since_December_is_due_on_31_January() {
        assertThat(begins().tier("A1", "2025-11-30").assigned("2025-12-01").due("VI-06"))
                .isEqualTo("2026-01-31");
    }

    @Test
    void VI_06_a_client_owned_since_October_and_seen_then_is_due_on_31_January_whatever_its_tier() {
        ClientStory story = begins().assigned("2025-10-01").seen("2025-10-15");
        assertThat(story.due("VI-06")).isEqualTo("2026-01-31");
        assertThat(story.warned("VI-06")).isEqualTo("2026-01-25T19:12");

        assertThat(story.tier("A1", "2026-01-05").due("VI-06")).isEqualTo("2026-01-31");
    }

    @Test
    void VI_06_an_unranked_client_counts_as_C() {
        assertThat(begins().assigned("2025-12-01").due("VI-06")).isEqualTo("2026-03-31");
    }

    @Test
    void VI_06_a_B_client_is_seen_every_second_month() {
        assertThat(begins().tier("B2", "2026-01-01").assigned("2026-01-05").due("VI-06"))
                .isEqualTo("2026-03-31");
    }

    @Test
    void VI_06_C_may_be_reached_by_any_channel_but_a_message() {
        ClientStory story = begins().assigned("2026-01-05");

        assertThat(story.contact(Channel.MESSAGE, ClientStory.noon("2026-02-01")).due("VI-06"))
                .isEqualTo("2026-04-30");
        assertThat(story.contact(Channel.VIDEO, ClientStory.noon("2026-02-02")).due("VI-06"))
                .isEqualTo("2026-05-31");
    }

    @Test
    void a_second_contact_in_the_month_moves_no_date_and_is_no_news() {
        ClientStory story =
                begins().tier("A1", "2026-01-01")
                        .assigned("2026-01-05")
                        .seen("2026-03-10")
                        .seen("2026-03-20");

        assertThat(story.lastEvents())
                .hasSize(1)
                .first()
                .isInstanceOf(CoverageEvent.ContactNoted.class);
    }

    @Test
    void a_handover_restarts_nothing_and_is_published_with_the_new_owner() {
        ClientStory story =
                begins().tier("A1", "2026-01-01")
                        .assigned("2026-01-05")
                        .ownedBy("S-0002", "2026-01-20");

        assertThat(story.due("VI-06")).isEqualTo("2026-02-28");
        assertThat(story.coverage().obligations().get("VI-06").ownerId()).isEqualTo("S-0002");
    }

    @Test
    void what_nobody_owns_is_not_owed() {
        ClientStory story = begins().assigned("2026-01-05").ownedBy(null, "2026-02-10");

        assertThat(story.due("VI-06")).isEqualTo("nothing");
        assertThat(story.outcome("VI-06", "2026-04-30")).isEqualTo(Outcome.CANCELLED);
        assertThat(story.ownedBy("S-0002", "2026-06-03").due("VI-06")).isEqualTo("2026-09-30");
    }

    @Test
    void a_closed_client_is_owed_nothing() {
        assertThat(begins().assigned("2026-01-05").active(false, "2026-02-10").due("VI-06"))
                .isEqualTo("nothing");
    }

    @Test
    void VI_06_a_cadence_that_hangs_on_nothing_says_so() {
        assertThatThrownBy(
                        () ->
                                new Cadence(
                                        "VI-06",
                                        "visit",
                                        null,
                                        null,
                                        1,
                                        Window.MONTHS,
                                        Set.of(Channel.PHONE)))
                .hasMessageContaining("VI-06");
    }

    private static Cadences every(int months, Window window) {
        return new Cadences(
                80,
                "C",
                List.of(
                        new Cadence(
                                "VI-06",
                                "visit",
                                "C",
                                null,
                                months,
                                window,
                                Set.of(Channel.FACE_TO_FACE))));
    }

    @Test
    void the_built_in_setting_warns_at_80_percent() {
        assertThat(BUILT_IN.warnPercent()).isEqualTo(80);
    }
}
