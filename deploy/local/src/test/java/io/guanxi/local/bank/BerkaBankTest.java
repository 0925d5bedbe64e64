package io.guanxi.local.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.contracts.activity.ActivityFact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the real data; where it is not at hand, the tests say so and are skipped. */
class BerkaBankTest {
    private static BerkaBank bank;

    /** Before each, so that every test that cannot run is counted as skipped. */
    @BeforeEach
    void findTheData() {
        Optional<Path> data = data();
        Assumptions.assumeTrue(data.isPresent(), "the Berka data is not there");
        if (bank == null) {
            bank = new BerkaBank(data.orElseThrow());
        }
    }

    private static Optional<Path> data() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(parent -> parent.resolve("shared/data/berka"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Test
    void has_seventy_seven_districts_and_every_client() {
        assertThat(bank.units().stream().filter(unit -> unit.id().startsWith("U-1"))).hasSize(77);
        assertThat(bank.clients())
                .hasSize(5_369)
                .allMatch(client -> client.kind().equals("PERSON"));
    }

    @Test
    void takes_every_transaction_and_what_was_open_on_the_day() {
        Map<String, Long> facts =
                bank.facts()
                        .collect(Collectors.groupingBy(BerkaBankTest::sort, Collectors.counting()));
        System.out.println("The Berka bank has facts: " + facts);

        assertThat(facts)
                .containsEntry("TRANSACTION", 49_102L)
                .containsEntry("PRODUCT ACCOUNT", 1_229L)
                .containsEntry("PRODUCT LOAN", 38L)
                .containsEntry("PRODUCT CARD", 6L)
                .containsEntry("PRODUCT STANDING_ORDER", 1_748L);
    }

    private static String sort(ActivityFact fact) {
        String product = fact.attributes().get("product");
        return product == null ? fact.type().name() : fact.type() + " " + product;
    }

    @Test
    void counts_what_it_leaves_out() {
        System.out.println(bank.leftOut());
        assertThat(bank.leftOut())
                .contains(
                        new LeftOut("loans granted", 682 - 38, "on or after 1994-04-01"),
                        new LeftOut("cards issued", 892 - 6, "on or after 1994-04-01"),
                        new LeftOut("transactions", 0, "on or after 1994-04-01"));
    }

    @Test
    void client_1874_earns_the_bank_324_56_and_then_190_79_and_comes_on_11_days_and_then_6() {
        Reckoning reckoning = reckoning();
        UUID client = BerkaBank.clientId(1874);

        assertThat(reckoning.revenue(client, 6, 3)).isEqualByComparingTo("324.56");
        assertThat(reckoning.revenue(client, 3, 3)).isEqualByComparingTo("190.79");
        assertThat(reckoning.days(client, 180, 90)).isEqualTo(11);
        assertThat(reckoning.days(client, 90, 0)).isEqualTo(6);
    }

    @Test
    void client_1874_leads_the_risk_list_and_nobody_is_HIGH() {
        Reckoning reckoning = reckoning();
        List<Map.Entry<UUID, Double>> risks =
                bank.clients()
                        .map(ClientLine::id)
                        .filter(id -> reckoning.client(id) != null)
                        .filter(id -> reckoning.risk(id) != null)
                        .map(id -> Map.entry(id, reckoning.risk(id)))
                        .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
                        .toList();

        assertThat(risks.getFirst()).isEqualTo(Map.entry(BerkaBank.clientId(1874), 41.6));
    }

    private static Reckoning reckoning() {
        return new Reckoning(bank.facts(), BerkaBank.OPENS, BerkaBank.ZONE);
    }

    @Test
    void ids_of_facts_and_clients_are_unique() {
        List<String> facts = bank.facts().map(ActivityFact::id).toList();

        assertThat(new HashSet<>(facts)).hasSameSizeAs(facts);
        assertThat(bank.clients().map(ClientLine::id).distinct()).hasSize(5_369);
    }

    @Test
    void PR_02_no_manager_has_more_than_400_clients() {
        Map<String, Long> books =
                bank.clients()
                        .filter(client -> client.rmId() != null)
                        .collect(Collectors.groupingBy(ClientLine::rmId, Collectors.counting()));
        System.out.println(
                "Owned clients of the Berka bank: "
                        + books.values().stream().mapToLong(n -> n).sum());

        assertThat(books.values()).allMatch(size -> size <= 400);
    }

    @Test
    void a_birth_number_tells_birthday_and_sex() {
        BerkaData.Person woman = BerkaData.person(List.of("1", "706213", "18"));

        assertThat(woman.birthday()).isEqualTo("1970-12-13");
        assertThat(woman.woman()).isTrue();
    }

    @Test
    void visits_lie_between_the_assignment_and_the_opening_day() {
        Map<UUID, ClientLine> clients =
                bank.clients().collect(Collectors.toMap(ClientLine::id, client -> client));

        assertThat(bank.visits().filter(visit -> visit.type().equals("log")))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        visit ->
                                assertThat(visit.occurredAt())
                                        .isAfter(clients.get(visit.clientId()).rmSince())
                                        .isBefore(bank.opensAt().atZone(bank.zone()).toInstant()));
    }

    @Test
    void an_empty_folder_is_refused_in_one_sentence(@TempDir Path empty) {
        assertThatThrownBy(() -> new BerkaBank(empty))
                .isInstanceOf(BankUnreadable.class)
                .hasMessageContaining("holds no district.asc.gz");
    }
}
