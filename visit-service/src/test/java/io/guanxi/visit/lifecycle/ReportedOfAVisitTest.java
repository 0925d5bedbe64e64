package io.guanxi.visit.lifecycle;

import static io.guanxi.visit.lifecycle.VisitStory.APPOINTMENT;
import static io.guanxi.visit.lifecycle.VisitStory.CLIENT;
import static io.guanxi.visit.lifecycle.VisitStory.CONTACT;
import static io.guanxi.visit.lifecycle.VisitStory.ELEVEN;
import static io.guanxi.visit.lifecycle.VisitStory.PLANNED;
import static io.guanxi.visit.lifecycle.VisitStory.RM;
import static io.guanxi.visit.lifecycle.VisitStory.SAID;
import static io.guanxi.visit.lifecycle.VisitStory.TEN;
import static io.guanxi.visit.lifecycle.VisitStory.decimal;
import static io.guanxi.visit.lifecycle.VisitStory.log;
import static io.guanxi.visit.lifecycle.VisitStory.noShow;
import static io.guanxi.visit.lifecycle.VisitStory.start;
import static io.guanxi.visit.lifecycle.VisitStory.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Decision.Accepted;
import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.VisitCommand.Observation;
import io.guanxi.visit.lifecycle.VisitCommand.StartVisit;
import io.guanxi.visit.lifecycle.VisitEvent.VisitCancelled;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** Reports are never refused, and their order does not matter. */
class ReportedOfAVisitTest {
    private static final VisitStarted STARTED =
            new VisitStarted(CLIENT, RM, TEN, null, null, List.of());

    @Test
    void a_planned_visit_is_logged_with_its_recorded_start() {
        visit().given(PLANNED, STARTED)
                .when(log(TEN.plusSeconds(300), ELEVEN))
                .then(logged(TEN, TEN.plusSeconds(300), false));
    }

    @Test
    void without_a_start_a_visit_began_when_its_log_says() {
        visit().given(PLANNED)
                .when(log(TEN.plusSeconds(300), ELEVEN))
                .then(logged(TEN.plusSeconds(300), TEN.plusSeconds(300), false));
    }

    @Test
    void a_log_is_late_after_24_hours() {
        Instant limit = TEN.plus(Duration.ofHours(24));
        visit().given(PLANNED).when(log(TEN, limit)).then(logged(TEN, TEN, false));
        visit().given(PLANNED).when(log(TEN, limit.plusSeconds(1))).then(logged(TEN, TEN, true));
    }

    @Test
    void VI_03_a_log_of_an_unknown_visit_makes_an_ad_hoc_one() {
        List<VisitEvent> events = events(Visit.NONE, log(TEN, ELEVEN));

        assertThat(events).hasSize(2);
        assertThat(events.getFirst())
                .isEqualTo(
                        new VisitPlanned(
                                new Appointment(
                                        CLIENT,
                                        RM,
                                        "AD_HOC",
                                        TEN,
                                        TEN.plus(Duration.ofMinutes(45)),
                                        Channel.FACE_TO_FACE,
                                        List.of(),
                                        List.of()),
                                true,
                                false,
                                null));
        assertThat(((VisitLogged) events.getLast()).flags()).containsExactly(Flags.UNPLANNED);
    }

    @Test
    void a_log_after_a_cancellation_is_flagged_not_refused() {
        VisitCancelled cancelled = new VisitCancelled(APPOINTMENT, false, "CLIENT_BUSY", null);
        Visit visit = visit().given(PLANNED, cancelled).state();

        assertThat(((VisitLogged) events(visit, log(TEN, ELEVEN)).getLast()).flags())
                .containsExactly(Flags.AFTER_CANCELLATION);
    }

    @Test
    void a_start_after_the_log_is_flagged_so_that_coverage_hears_of_it() {
        Visit visit = visit().given(PLANNED, logged(TEN, TEN, false)).state();

        assertThat(((VisitStarted) events(visit, start(TEN.minusSeconds(60))).getLast()).flags())
                .containsExactly(Flags.AFTER_LOG);
    }

    @Test
    void a_start_tells_how_far_from_the_agreed_place_it_was_and_only_roughly_where() {
        Location location =
                new Location(new Point(decimal("31.2404"), decimal("121.4737")), 20, 3, true);
        Visit visit = visit().given(PLANNED).state();

        VisitStarted started =
                (VisitStarted)
                        events(visit, new StartVisit(CLIENT, RM, TEN, location, List.of()))
                                .getLast();

        assertThat(started.distanceMetres()).isEqualTo(1112);
        assertThat(started.area()).isEqualTo(new Point(decimal("31.24"), decimal("121.47")));
        assertThat(started.flags()).containsExactly(Flags.MOCKED_LOCATION);
    }

    @Property(tries = 500)
    void reports_come_to_the_same_in_any_order(
            @ForAll("reports") Tuple2<List<Observation>, List<Observation>> orders,
            @ForAll boolean planned) {
        Visit begin = planned ? visit().given(PLANNED).state() : Visit.NONE;

        assertThat(after(begin, orders.get1())).isEqualTo(after(begin, orders.get2()));
    }

    @Property(tries = 200)
    void the_row_shows_the_state_that_the_rules_see(
            @ForAll("reports") Tuple2<List<Observation>, List<Observation>> orders) {
        Visit visit = visit().given(PLANNED).state();
        VisitView view = new VisitView();
        VisitRow row = view.evolve(null, recorded(PLANNED));
        for (Observation report : orders.get1()) {
            for (VisitEvent event : events(visit, report)) {
                visit = new VisitDecider().evolve(visit, event);
                row = view.evolve(row, recorded(event));
            }
        }

        assertThat(row.state()).isEqualTo(visit.state().name());
        assertThat(row.startedAt())
                .isEqualTo(visit.started() == null ? null : visit.started().at());
        assertThat(row.loggedAt())
                .isEqualTo(visit.logged() == null ? null : visit.logged().toldAt());
    }

    @Provide
    Arbitrary<Tuple2<List<Observation>, List<Observation>>> reports() {
        Arbitrary<Instant> at = Arbitraries.integers().between(0, 5).map(n -> TEN.plusSeconds(n));
        Arbitrary<Integer> sort = Arbitraries.integers().between(0, 2);
        return Combinators.combine(sort, at)
                .as(ReportedOfAVisitTest::report)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(
                        reports ->
                                Arbitraries.shuffle(reports)
                                        .map(shuffled -> Tuple.of(reports, shuffled)));
    }

    private static Observation report(int sort, Instant at) {
        return switch (sort) {
            case 0 -> start(at);
            case 1 -> noShow(at);
            default -> log(at, ELEVEN);
        };
    }

    private static Visit after(Visit begin, List<Observation> reports) {
        Visit visit = begin;
        for (Observation report : reports) {
            for (VisitEvent event : events(visit, report)) {
                visit = new VisitDecider().evolve(visit, event);
            }
        }
        return visit;
    }

    private static List<VisitEvent> events(Visit visit, Observation report) {
        return ((Accepted<VisitEvent>) new VisitDecider().decide(report, visit)).events();
    }

    private static io.guanxi.kit.eventsourcing.Recorded<VisitEvent> recorded(VisitEvent event) {
        return new io.guanxi.kit.eventsourcing.Recorded<>(
                1, CONTACT, 1, CLIENT, CONTACT, CONTACT, TEN, TEN, RM, null, "any", event);
    }

    private static VisitLogged logged(Instant at, Instant toldAt, boolean late) {
        return new VisitLogged(
                CLIENT,
                RM,
                Channel.FACE_TO_FACE,
                at,
                toldAt,
                45,
                List.of(CONTACT),
                List.of("S-0002"),
                List.of(),
                List.of(),
                null,
                late,
                List.of(),
                SAID);
    }
}
