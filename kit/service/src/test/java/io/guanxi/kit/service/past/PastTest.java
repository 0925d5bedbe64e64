package io.guanxi.kit.service.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastTest {
    private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");

    private record Address(String city, String street) {}

    private record Card(String name, BigDecimal ratio, List<String> flags, Address address) {}

    @Test
    void fields_that_differ_are_named_by_pointer_and_lists_compared_whole() {
        Card before =
                new Card("A", new BigDecimal("1.50"), List.of("vip"), new Address("Wuhu", "a"));
        Card after =
                new Card(
                        "A",
                        new BigDecimal("1.60"),
                        List.of("vip", "new"),
                        new Address("Wuhu", null));
        assertThat(FieldChange.between(before, after))
                .containsExactly(
                        new FieldChange("/address/street", "a", null),
                        new FieldChange("/flags", List.of("vip"), List.of("vip", "new")),
                        new FieldChange("/ratio", "1.50", "1.60"));
        assertThat(FieldChange.between(before, before)).isEmpty();
    }

    @Test
    void a_thing_that_was_not_there_differs_in_all_it_has() {
        assertThat(FieldChange.between(null, Map.of("a/b", 1)))
                .containsExactly(new FieldChange("/a~1b", null, 1));
    }

    @Test
    void a_query_without_parameters_is_the_present() {
        PastQuery query = new PastQuery();
        assertThat(query.past().isNow()).isTrue();
        query.asOf = "2026-03-02T16:00:00+08:00";
        assertThat(query.past()).isEqualTo(Past.asOf(THEN));
        query.knownAt = "yesterday";
        assertThatThrownBy(query::past).isInstanceOf(Problem.class);
    }

    @Test
    void changes_need_a_beginning_and_end_now_by_themselves() {
        ChangesQuery query = new ChangesQuery();
        assertThatThrownBy(query::before).isInstanceOf(Problem.class);
        query.from = THEN.toString();
        assertThat(query.before()).isEqualTo(Past.asOf(THEN));
        assertThat(query.after().isNow()).isTrue();
    }

    @Test
    void history_pages_by_version() {
        List<Recorded<Address>> events =
                IntStream.rangeClosed(1, 3).mapToObj(PastTest::moved).toList();
        Page<HistoryEntry> first = HistoryEntry.page(events, Paging.of("2", null));
        assertThat(first.items()).extracting(HistoryEntry::version).containsExactly(1, 2);
        assertThat(first.items().getFirst().data()).isEqualTo(Map.of("city", "Wuhu"));
        Paging next = Paging.of("2", first.next());
        assertThat(HistoryEntry.after(next)).isEqualTo(2);
        assertThat(HistoryEntry.page(events.subList(2, 3), next).next()).isNull();
    }

    private static Recorded<Address> moved(int version) {
        return new Recorded<>(
                version,
                UUID.randomUUID(),
                version,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                THEN,
                THEN,
                "S-0001",
                null,
                "moved",
                new Address("Wuhu", null));
    }
}
