package io.guanxi.visit.coverage;

import static io.guanxi.visit.coverage.ClientStory.BUILT_IN;
import static io.guanxi.visit.coverage.ClientStory.begins;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The setting {@code cadences} is changed while clients are owed contacts by it. */
class ChangedSettingTest {

    @Test
    void VI_06_a_tightened_setting_leaves_time_until_the_end_of_the_next_month() {
        ClientStory story = begins().assigned("2026-01-05").seen("2026-02-10");
        assertThat(story.due("VI-06")).isEqualTo("2026-05-31");

        story.ruled(every("C", 1), "2026-03-20");

        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
        assertThat(story.outcome("VI-06", "2026-05-31")).isEqualTo(Outcome.CANCELLED);
        assertThat(story.coverage().obligations().get("VI-06").settingsVersion()).isEqualTo(2);
        assertThat(story.phoned("2026-04-02").due("VI-06")).isEqualTo("2026-05-31");
    }

    @Test
    void VI_06_a_loosened_setting_counts_from_the_last_contact() {
        ClientStory story =
                begins().assigned("2026-01-05")
                        .seen("2026-02-10")
                        .ruled(every("C", 6), "2026-03-20");

        assertThat(story.due("VI-06")).isEqualTo("2026-08-31");
    }

    @Test
    void a_setting_that_moves_no_date_of_the_client_says_nothing() {
        ClientStory story =
                begins().assigned("2026-01-05")
                        .seen("2026-02-10")
                        .ruled(every("A1", 2), "2026-03-20");

        assertThat(story.lastEvents()).isEmpty();
    }

    @Test
    void the_same_setting_twice_says_nothing_the_second_time() {
        ClientStory story =
                begins().assigned("2026-01-05")
                        .seen("2026-02-10")
                        .ruled(every("C", 1), "2026-03-20")
                        .ruled(every("C", 1), "2026-03-21");

        assertThat(story.lastEvents()).isEmpty();
    }

    @Test
    void AL_02_another_share_moves_the_warning_alone() {
        ClientStory story = begins().tier("A1", "2026-03-01").assigned("2026-03-05");
        assertThat(story.warned("VI-06")).isEqualTo("2026-04-25T00:00");

        story.ruled(new Cadences(50, "C", BUILT_IN.rules()), "2026-03-20");

        assertThat(story.warned("VI-06")).isEqualTo("2026-04-16T00:00");
        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
        assertThat(story.lastEvents()).noneMatch(CoverageEvent.ObligationJudged.class::isInstance);
    }

    @Test
    void F5_of_months_before_the_change_stays_by_the_rules_of_then() {
        ClientStory story =
                begins().assigned("2025-10-05")
                        .phoned("2025-11-10")
                        .ruled(every("C", 1), "2026-03-20")
                        .phoned("2026-01-15");

        assertThat(story.f5("2026-02")).isNull();
        assertThat(story.coverage().months()).doesNotContainKey("2026-02");
        assertThat(story.due("VI-06")).isEqualTo("2026-04-30");
    }

    @Property(tries = 100)
    void a_change_comes_to_the_same_in_any_order_of_arrival(@ForAll("told") List<String> told) {
        ClientStory inOrder = begins();
        List.of("owner", "january", "rules", "april", "late", "tier")
                .forEach(what -> TELLING.get(what).accept(inOrder));
        ClientStory shuffled = begins();
        told.forEach(what -> TELLING.get(what).accept(shuffled));

        assertThat(dates(shuffled)).isEqualTo(dates(inOrder));
    }

    private static final Map<String, Consumer<ClientStory>> TELLING =
            Map.of(
                    "owner", story -> story.assigned("2026-01-05"),
                    "january", story -> story.seen("2026-01-20"),
                    "rules", story -> story.ruled(every("C", 1), "2026-03-20"),
                    "april", story -> story.phoned("2026-04-10"),
                    "late", story -> story.phoned("2026-03-02"),
                    "tier", story -> story.tier("B1", "2026-05-11"));

    @Provide
    Arbitrary<List<String>> told() {
        return Arbitraries.shuffle(List.copyOf(TELLING.keySet()));
    }

    private static Map<String, List<Object>> dates(ClientStory story) {
        Map<String, List<Object>> dates = new HashMap<>();
        story.coverage().obligations().values().stream()
                .filter(Obligation::open)
                .forEach(o -> dates.put(o.row(), List.of(o.openedAt(), o.warnAt(), o.dueAt())));
        return dates;
    }

    private static Cadences every(String tier, int months) {
        return new Cadences(
                BUILT_IN.warnPercent(),
                BUILT_IN.firstTier(),
                BUILT_IN.rules().stream()
                        .map(r -> tier.equals(r.tier()) ? every(r, months) : r)
                        .toList());
    }

    private static Cadence every(Cadence rule, int months) {
        return new Cadence(
                rule.row(),
                rule.kind(),
                rule.tier(),
                rule.flag(),
                months,
                rule.window(),
                rule.counts());
    }
}
