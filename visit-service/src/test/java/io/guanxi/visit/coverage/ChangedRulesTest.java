package io.guanxi.visit.coverage;

import static io.guanxi.visit.coverage.ClientStory.BUILT_IN;
import static io.guanxi.visit.coverage.ClientStory.begins;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** "Change of tier or flag" and "Strictest". */
class ChangedRulesTest {

    @Test
    void C_contacted_on_10_February_and_A1_on_20_March_is_due_on_30_April() {
        ClientStory story = begins().assigned("2026-01-05").seen("2026-02-10");
        assertThat(story.due("VI-06")).isEqualTo("2026-05-31");

        story.tier("A1", "2026-03-20");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
        assertThat(story.outcome("VI-06", "2026-05-31")).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void A1_last_seen_on_10_January_and_C_on_5_March_is_due_on_30_April() {
        ClientStory story =
                begins().tier("A1", "2025-12-01").assigned("2025-12-05").seen("2026-01-10");
        assertThat(story.due("VI-06")).isEqualTo("2026-02-28");

        story.tier("C", "2026-03-05");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
        assertThat(story.outcome("VI-06", "2026-02-28")).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void a_tightening_pardons_nobody_who_is_overdue_already() {
        ClientStory story = begins().assigned("2025-10-05").tier("A1", "2026-03-20");

        assertThat(story.due("VI-06")).isEqualTo("2026-01-31");
    }

    @Test
    void a_first_tier_is_a_change_from_C() {
        ClientStory story = begins().assigned("2025-12-01").tier("A1", "2026-01-05");

        assertThat(story.due("VI-06")).isEqualTo("2026-02-28");
    }

    @Test
    void a_loosening_never_takes_back_the_time_that_a_tightening_left() {
        ClientStory story =
                begins().assigned("2026-01-05")
                        .seen("2026-01-10")
                        .tier("A1", "2026-03-20")
                        .tier("B1", "2026-03-25");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
    }

    @Test
    void A1_to_A2_changes_nothing() {
        ClientStory story =
                begins().tier("A1", "2026-01-01").assigned("2026-01-05").tier("A2", "2026-02-03");

        assertThat(story.due("VI-06")).isEqualTo("2026-02-28");
        assertThat(story.lastEvents()).noneMatch(e -> e instanceof CoverageEvent.ObligationMoved);
    }

    @Test
    void A1_with_CORE_follows_A1_alone() {
        assertThat(rows("A1", "CORE")).containsExactly("VI-06");
    }

    @Test
    void B1_with_GOLDEN_follows_GOLDEN_alone() {
        assertThat(rows("B1", "GOLDEN")).containsExactly("VI-05");
    }

    @Test
    void B1_with_CORE_follows_both() {
        assertThat(rows("B1", "CORE")).containsExactly("VI-06", "VI-04");
    }

    @Test
    void of_two_equal_rules_the_first_one_stands() {
        assertThat(rows("A1", "GOLDEN")).containsExactly("VI-06");
    }

    @Test
    void CORE_and_GOLDEN_together_follow_GOLDEN() {
        assertThat(rows("C", "CORE", "GOLDEN")).containsExactly("VI-05");
    }

    @Test
    void GOLDEN_replaces_C_with_the_grace_of_a_tightening() {
        ClientStory story =
                begins().assigned("2026-01-05").seen("2026-02-10").flags("2026-03-20", "GOLDEN");

        assertThat(story.due("VI-05")).isEqualTo("2026-04-30");
        assertThat(story.due("VI-06")).isEqualTo("nothing");
    }

    @Test
    void B1_that_becomes_CORE_owes_a_contact_beside_the_visit() {
        ClientStory story =
                begins().tier("B1", "2026-01-01")
                        .assigned("2026-01-05")
                        .flags("2026-02-02", "CORE");

        assertThat(story.due("VI-06")).isEqualTo("2026-03-31");
        assertThat(story.due("VI-04")).isEqualTo("2026-03-31");
        assertThat(story.phoned("2026-03-03").due("VI-04")).isEqualTo("2026-04-30");
        assertThat(story.due("VI-06")).isEqualTo("2026-03-31");
    }

    @Test
    void a_CORE_client_falling_from_A1_counts_from_its_last_phone_call() {
        ClientStory story =
                begins().tier("A1", "2026-01-01")
                        .flags("2026-01-01", "CORE")
                        .assigned("2026-01-05")
                        .seen("2026-03-10")
                        .phoned("2026-04-10")
                        .tier("C", "2026-04-15");

        assertThat(story.due("VI-04")).isEqualTo("2026-05-31");
        assertThat(story.due("VI-06")).isEqualTo("nothing");
    }

    private static List<String> rows(String tier, String... flags) {
        return BUILT_IN.applyingTo(tier, Set.of(flags)).stream().map(Cadence::row).toList();
    }
}
