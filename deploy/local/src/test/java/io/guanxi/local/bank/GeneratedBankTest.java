package io.guanxi.local.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.activity.ActivityFact;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedBankTest {
    private final GeneratedBank bank = new GeneratedBank();

    @Test
    void holds_two_thousand_organisations_and_eight_thousand_persons_of_their_own_ids() {
        Map<String, Long> kinds =
                bank.clients()
                        .collect(Collectors.groupingBy(ClientLine::kind, Collectors.counting()));

        assertThat(kinds).containsEntry("ORGANIZATION", 2_000L).containsEntry("PERSON", 8_000L);
        assertThat(bank.clients().map(ClientLine::id).distinct()).hasSize(10_000);
    }

    @Test
    void is_the_same_bank_every_time() {
        assertThat(bank.clients().toList()).isEqualTo(new GeneratedBank().clients().toList());
        assertThat(bank.facts().limit(5_000).toList())
                .isEqualTo(new GeneratedBank().facts().limit(5_000).toList());
        assertThat(bank.visits().toList()).isEqualTo(new GeneratedBank().visits().toList());
    }

    @Test
    void PR_02_no_book_is_over_its_cap_and_one_corporate_book_is_just_full() {
        Map<String, String> bookTypes =
                bank.staff().stream()
                        .filter(staff -> staff.bookType() != null)
                        .collect(Collectors.toMap(StaffLine::id, StaffLine::bookType));
        Map<String, Long> books =
                bank.clients()
                        .collect(Collectors.groupingBy(ClientLine::rmId, Collectors.counting()));

        books.forEach(
                (rm, size) ->
                        assertThat(size)
                                .isLessThanOrEqualTo(
                                        bookTypes.get(rm).equals("PERSONAL") ? 400 : 60));
        assertThat(books).containsEntry("S-0025", 60L);
    }

    @Test
    void units_form_one_tree_and_everybody_works_in_it() {
        Set<String> seen = new HashSet<>();
        for (UnitLine unit : bank.units()) {
            assertThat(unit.parentId() == null ? seen.isEmpty() : seen.contains(unit.parentId()))
                    .isTrue();
            seen.add(unit.id());
        }
        Set<String> people = new HashSet<>();
        for (StaffLine staff : bank.staff()) {
            assertThat(seen).contains(staff.unitId());
            assertThat(staff.supervisorId() == null || people.contains(staff.supervisorId()))
                    .isTrue();
            assertThat(people.add(staff.id())).isTrue();
        }
        assertThat(people).containsAll(bank.units().stream().map(UnitLine::headId).toList());
        assertThat(bank.clients()).allSatisfy(client -> assertThat(seen).contains(client.unitId()));
    }

    @Test
    void fact_ids_are_unique_and_short_enough() {
        List<String> ids = bank.facts().map(ActivityFact::id).toList();

        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(ids).allSatisfy(id -> assertThat(id.length()).isLessThanOrEqualTo(64));
        System.out.println("The generated bank has " + ids.size() + " facts.");
    }

    @Test
    void visits_are_recorded_by_who_owned_the_client_then() {
        Map<UUID, ClientLine> clients =
                bank.clients().collect(Collectors.toMap(ClientLine::id, client -> client));

        assertThat(bank.visits())
                .allSatisfy(
                        visit -> {
                            ClientLine client = clients.get(visit.clientId());
                            assertThat(visit.rmId()).isEqualTo(client.rmId());
                            assertThat(visit.occurredAt()).isAfter(client.rmSince());
                        });
    }

    @Test
    void some_forty_clients_were_last_seen_in_october_and_a_handful_in_september() {
        Map<Integer, Long> months =
                bank.visits()
                        .filter(visit -> visit.type().equals("log"))
                        .collect(
                                Collectors.groupingBy(
                                        visit ->
                                                visit.occurredAt()
                                                        .atZone(bank.zone())
                                                        .getMonthValue(),
                                        Collectors.counting()));

        assertThat(months.get(10)).isBetween(35L, 45L);
        assertThat(months.get(9)).isBetween(3L, 8L);
        assertThat(months.get(12)).isGreaterThan(500L);
    }

    @Test
    void clients_of_every_level_exist_and_HIGH_ones_of_tiers_A_and_B_among_them() {
        Map<String, Integer> found = tiersAndLevels(bank.opensAt().toLocalDate());
        System.out.println("The generated bank has by tier and level: " + found);

        assertThat(found.get("A-HIGH") + found.get("B-HIGH")).isBetween(10, 60);
        assertThat(found).containsKeys("A-HIGH", "B-HIGH", "C-HIGH", "A-MEDIUM", "B-LOW");
        assertThat(found).containsKey("C-NOT_ENOUGH_DATA");
    }

    @Test
    void forty_five_days_without_news_do_not_flood_anybody_with_warnings() {
        Map<String, Integer> found = tiersAndLevels(bank.opensAt().toLocalDate().plusDays(45));
        System.out.println("45 days later by tier and level: " + found);

        assertThat(found.get("A-HIGH") + found.get("B-HIGH")).isLessThan(200);
    }

    private Map<String, Integer> tiersAndLevels(LocalDate day) {
        Reckoning reckoning = new Reckoning(bank.facts(), day, bank.zone());
        Map<String, Integer> found = new TreeMap<>();
        for (String kind : List.of("ORGANIZATION", "PERSON")) {
            List<UUID> cohort =
                    bank.clients()
                            .filter(client -> client.kind().equals(kind))
                            .map(ClientLine::id)
                            .filter(id -> reckoning.client(id) != null)
                            .toList();
            List<UUID> ranked = reckoning.ranked(cohort, kind.equals("ORGANIZATION"));
            for (int rank = 0; rank < ranked.size(); rank++) {
                String tier =
                        rank < ranked.size() / 10 ? "A" : rank < ranked.size() * 3 / 10 ? "B" : "C";
                found.merge(tier + "-" + level(reckoning.risk(ranked.get(rank))), 1, Integer::sum);
            }
        }
        return found;
    }

    private static String level(Double risk) {
        if (risk == null) {
            return "NOT_ENOUGH_DATA";
        }
        return risk >= 70 ? "HIGH" : risk >= 40 ? "MEDIUM" : "LOW";
    }
}
