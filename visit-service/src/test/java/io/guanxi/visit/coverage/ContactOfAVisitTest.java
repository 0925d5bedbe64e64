package io.guanxi.visit.coverage;

import static io.guanxi.visit.coverage.ClientStory.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Decision.Accepted;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.Channel;
import io.guanxi.visit.coverage.CoverageCommand.NoteContact;
import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.lifecycle.Said;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitCommand.LogVisit;
import io.guanxi.visit.lifecycle.VisitCommand.Observation;
import io.guanxi.visit.lifecycle.VisitCommand.StartVisit;
import io.guanxi.visit.lifecycle.VisitDecider;
import io.guanxi.visit.lifecycle.VisitEvent;
import io.guanxi.visit.lifecycle.VisitPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** "Contact": coverage counts a visit as it stands, in whatever order its reports came. */
class ContactOfAVisitTest {
    private static final UUID VISIT = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000e2");

    /** In Shanghai ten minutes before the end of March. */
    private static final Instant MARCH = Instant.parse("2026-03-31T15:50:00Z");

    private static final Instant APRIL = Instant.parse("2026-03-31T16:05:00Z");

    @Test
    void a_second_start_after_the_log_moves_no_contact_into_the_next_month() {
        Told told = new Told().all(List.of(start(MARCH), log(MARCH), start(APRIL)));

        assertThat(told.contact().at()).isEqualTo(MARCH);
        assertThat(told.months()).containsEntry("2026-03", "1/1");
    }

    @Test
    void F5_a_contact_that_moves_into_the_next_month_is_missing_in_its_old_one() {
        Told told = new Told().all(List.of(log(MARCH), start(APRIL)));

        assertThat(told.contact().at()).isEqualTo(APRIL);
        assertThat(told.months()).containsEntry("2026-03", "0/1");
    }

    @Test
    void the_log_that_stands_says_how_the_client_was_met() {
        Observation corrected = log(Channel.FACE_TO_FACE, MARCH.plusSeconds(60));
        Told told = new Told().all(List.of(start(MARCH), log(Channel.PHONE, MARCH), corrected));

        assertThat(told.contact().channel()).isEqualTo(Channel.FACE_TO_FACE);
    }

    @Test
    void when_the_last_contact_moves_back_the_one_before_it_is_the_last() {
        Told told =
                new Told()
                        .other(MARCH.plusSeconds(60))
                        .all(List.of(log(MARCH.plusSeconds(120)), start(MARCH)));

        assertThat(told.row.lastContactId()).isEqualTo(OTHER);
        assertThat(told.row.lastContactAt()).isEqualTo(MARCH.plusSeconds(60));
    }

    @Test
    void a_message_is_no_last_contact() {
        Told told = new Told().all(List.of(log(Channel.MESSAGE, MARCH)));
        assertThat(told.row.lastContactAt()).isNull();

        told.other(MARCH.minusSeconds(60)).all(List.of(log(MARCH.plusSeconds(60))));
        assertThat(told.row.lastContactId()).isEqualTo(VISIT);

        told.all(List.of(log(Channel.MESSAGE, MARCH.plusSeconds(120))));
        assertThat(told.row.lastContactId()).isEqualTo(OTHER);
        assertThat(told.row.lastContactChannel()).isEqualTo("FACE_TO_FACE");
    }

    @Property(tries = 500)
    void any_order_of_the_reports_leaves_the_same(
            @ForAll("twoOrders") Tuple2<List<Observation>, List<Observation>> orders) {
        Told one = new Told().other(MARCH.plusSeconds(600)).all(orders.get1());
        Told two = new Told().all(orders.get2()).other(MARCH.plusSeconds(600));

        assertThat(two.contact()).isEqualTo(one.contact());
        assertThat(two.contact().at()).isEqualTo(two.visit.began());
        assertThat(two.story.coverage().facts()).isEqualTo(one.story.coverage().facts());
        assertThat(two.months()).isEqualTo(one.months());
        assertThat(two.row.lastContactId()).isEqualTo(one.row.lastContactId());
        assertThat(two.row.lastContactAt()).isEqualTo(one.row.lastContactAt());
        assertThat(two.row.lastContactChannel()).isEqualTo(one.row.lastContactChannel());
    }

    @Provide
    Arbitrary<Tuple2<List<Observation>, List<Observation>>> twoOrders() {
        Arbitrary<Instant> at = Arbitraries.integers().between(0, 20).map(this::minutes);
        Arbitrary<List<Observation>> starts =
                at.map(ContactOfAVisitTest::start).list().ofMaxSize(3);
        Arbitrary<Channel> channel = Arbitraries.of(Channel.class);
        Arbitrary<List<Observation>> logs =
                Combinators.combine(channel, at)
                        .as(ContactOfAVisitTest::log)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3);
        return Combinators.combine(starts, logs)
                .as(ContactOfAVisitTest::both)
                .flatMap(all -> Arbitraries.shuffle(all).map(other -> Tuple.of(all, other)));
    }

    private static List<Observation> both(List<Observation> starts, List<Observation> logs) {
        List<Observation> all = new ArrayList<>(starts);
        all.addAll(logs);
        return all;
    }

    private Instant minutes(int n) {
        return MARCH.plusSeconds(60L * n);
    }

    /** A visit as it was reported, and the client's coverage as it heard of it. */
    private static final class Told {
        private final VisitDecider decider = new VisitDecider();
        private final ClientStory story =
                ClientStory.begins().tier("A1", "2026-01-01").assigned("2026-02-05");
        private Visit visit = Visit.NONE;
        private CoverageRow row;

        Told all(List<Observation> reports) {
            for (Observation report : reports) {
                for (VisitEvent event :
                        ((Accepted<VisitEvent>) decider.decide(report, visit)).events()) {
                    visit = decider.evolve(visit, event);
                }
                if (visit.logged() != null) {
                    note(VISIT, visit.logged().content().channel(), visit.began());
                }
            }
            return this;
        }

        Told other(Instant at) {
            return note(OTHER, Channel.FACE_TO_FACE, at);
        }

        private Told note(UUID visitId, Channel channel, Instant at) {
            story.tell(new NoteContact(CLIENT, visitId, channel, at, story.reckoning(), APRIL));
            for (CoverageEvent event : story.lastEvents()) {
                row = new CoverageView().evolve(row, recorded(event));
            }
            return this;
        }

        private static Recorded<CoverageEvent> recorded(CoverageEvent event) {
            UUID stream = CoverageStream.of(CLIENT);
            return new Recorded<>(
                    0, stream, 1, CLIENT, null, null, APRIL, APRIL, "test", null, "", event);
        }

        ContactNoted contact() {
            return story.coverage().contactOf(VISIT);
        }

        /** F5 as it was recorded. */
        Map<String, String> months() {
            return story.coverage().months().values().stream()
                    .collect(Collectors.toMap(MonthShare::month, m -> m.met() + "/" + m.due()));
        }
    }

    private static Observation start(Instant at) {
        return new StartVisit(CLIENT, "S-0001", at, null, List.of());
    }

    private static Observation log(Instant at) {
        return log(Channel.FACE_TO_FACE, at);
    }

    private static Observation log(Channel channel, Instant at) {
        return new LogVisit(
                CLIENT,
                "S-0001",
                channel,
                at,
                45,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                new Said(List.of(), List.of(), null, List.of(), List.of()),
                at.plusSeconds(3600),
                new VisitPolicy(10, 24));
    }
}
