package io.guanxi.visit.coverage;

import static io.guanxi.visit.coverage.ClientStory.begins;
import static io.guanxi.visit.coverage.ClientStory.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.visit.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** F5 by month, and that the order of arrival cannot matter. */
class MonthlyCoverageTest {

    @Test
    void F5_of_the_worked_example() {
        ClientStory story =
                begins().tier("A1", "2026-01-01")
                        .assigned("2026-01-05")
                        .seen("2026-01-20")
                        .seen("2026-03-12")
                        .phoned("2026-04-10")
                        .seen("2026-05-06");

        assertThat(f5(story)).containsExactly(null, "0/1", "1/1", "0/1", "1/1");
        assertThat(f5(story.seen("2026-02-26"))).containsExactly(null, "1/1", "1/1", "0/1", "1/1");
        assertThat(story.outcome("VI-06", "2026-02-28")).isEqualTo(Outcome.MET);
        assertThat(story.outcome("VI-06", "2026-03-31")).isEqualTo(Outcome.MET);
    }

    @Test
    void what_a_late_record_changes_in_the_past_is_published_again_with_when_it_was_learned() {
        ClientStory story =
                begins().tier("A1", "2026-01-01")
                        .assigned("2026-01-05")
                        .seen("2026-01-20")
                        .seen("2026-03-12");
        assertThat(story.outcome("VI-06", "2026-02-28")).isEqualTo(Outcome.LATE);

        story.seen("2026-02-26");

        assertThat(story.lastEvents())
                .filteredOn(e -> e instanceof CoverageEvent.ObligationJudged)
                .hasSize(2);
        assertThat(story.lastEvents()).noneMatch(e -> e instanceof CoverageEvent.ObligationMoved);
    }

    @Property(tries = 200)
    void F5_of_the_worked_example_in_every_order(@ForAll("worked") List<Told> told) {
        ClientStory story = begins();
        told.forEach(t -> t.to(story));

        assertThat(f5(story)).containsExactly(null, "1/1", "1/1", "0/1", "1/1");
        assertThat(story.coverage().months().values().stream().mapToInt(MonthShare::met).sum())
                .isEqualTo(3);
    }

    @Property(tries = 300)
    void any_story_comes_to_the_same_in_any_order(
            @ForAll("twoOrders") Tuple2<List<Told>, List<Told>> orders) {
        ClientStory one = begins();
        ClientStory other = begins();
        orders.get1().forEach(t -> t.to(one));
        orders.get2().forEach(t -> t.to(other));

        assertThat(one.coverage().facts()).isEqualTo(other.coverage().facts());
        assertThat(open(one)).isEqualTo(open(other));
        assertThat(reached(one)).isEqualTo(reached(other));
        assertThat(one.coverage().months()).isEqualTo(other.coverage().months());
        assertThat(one.coverage().until()).isEqualTo(other.coverage().until());
    }

    /** Something that is told about the client: who it is, or what was done with it. */
    record Told(String what, String day) {
        void to(ClientStory story) {
            switch (what) {
                case "face" -> story.seen(day);
                case "phone" -> story.phoned(day);
                case "video" -> story.contact(Channel.VIDEO, noon(day).plusSeconds(1));
                case "nobody" -> story.ownedBy(null, day);
                case "CORE", "GOLDEN" -> story.flags(day, what);
                case "plain" -> story.flags(day);
                case "closed" -> story.active(false, day);
                case "reopened" -> story.active(true, day);
                default -> {
                    if (what.startsWith("S-")) {
                        story.ownedBy(what, day);
                    } else {
                        story.tier(what, day);
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Told>> worked() {
        return Arbitraries.shuffle(
                new Told("A1", "2026-01-01"),
                new Told("S-0001", "2026-01-05"),
                new Told("face", "2026-01-20"),
                new Told("face", "2026-02-26"),
                new Told("face", "2026-03-12"),
                new Told("phone", "2026-04-10"),
                new Told("face", "2026-05-06"));
    }

    @Provide
    Arbitrary<Tuple2<List<Told>, List<Told>>> twoOrders() {
        Arbitrary<String> what =
                Arbitraries.of(
                        "face",
                        "face",
                        "phone",
                        "video",
                        "A1",
                        "A2",
                        "B1",
                        "C",
                        "CORE",
                        "GOLDEN",
                        "S-0001",
                        "S-0002",
                        "nobody",
                        "closed",
                        "reopened");
        Arbitrary<String> day =
                Arbitraries.integers()
                        .between(0, 400)
                        .map(d -> java.time.LocalDate.of(2025, 10, 1).plusDays(d).toString());
        return Combinators.combine(what, day)
                .as(Told::new)
                .list()
                .uniqueElements(t -> t.day())
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(MonthlyCoverageTest::owned)
                .flatMap(
                        story ->
                                Arbitraries.shuffle(story)
                                        .map(shuffled -> Tuple.of(story, shuffled)));
    }

    private static List<Told> owned(List<Told> story) {
        List<Told> owned = new ArrayList<>(story);
        owned.add(new Told("S-0001", "2025-09-15"));
        return owned;
    }

    private static List<String> f5(ClientStory story) {
        return Arrays.stream(new String[] {"01", "02", "03", "04", "05"})
                .map(month -> story.f5("2026-" + month))
                .toList();
    }

    private static Map<String, Object> open(ClientStory story) {
        Map<String, Object> open = new HashMap<>();
        story.coverage().obligations().values().stream()
                .filter(Obligation::open)
                .forEach(
                        o ->
                                open.put(
                                        o.row(),
                                        List.of(o.openedAt(), o.warnAt(), o.dueAt(), o.ownerId())));
        return open;
    }

    private static Map<Coverage.Due, Object> reached(ClientStory story) {
        Map<Coverage.Due, Object> reached = new HashMap<>();
        story.coverage()
                .judged()
                .forEach(
                        (due, judged) -> {
                            if (judged.outcome() != Outcome.CANCELLED) {
                                reached.put(
                                        due,
                                        List.of(
                                                judged.outcome(),
                                                judged.metAt(),
                                                Objects.requireNonNullElse(judged.ownerId(), "")));
                            }
                        });
        return reached;
    }
}
