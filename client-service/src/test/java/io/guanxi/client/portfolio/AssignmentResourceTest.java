package io.guanxi.client.portfolio;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.assign;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.clientOfUnit;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static io.guanxi.client.Bank.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class AssignmentResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @Inject BusinessClock clock;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("ASG") : bank;
    }

    @Test
    void PR_01_a_supervisor_gives_a_client_to_a_manager() {
        UUID id = clientOfUnit(bank.east, "Given Hospital");
        assign(supervisor(bank.eastSupervisor), bank.lin)
                .header("If-Match", "\"1\"")
                .put(path(id))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("rmId", equalTo(bank.lin));
        rm(bank.lin).get("/clients/" + id).then().statusCode(200);
        assign(supervisor(bank.eastSupervisor), bank.chen)
                .header("If-Match", "\"1\"")
                .put(path(id))
                .then()
                .statusCode(412);
        assign(supervisor(bank.eastSupervisor), bank.chen).put(path(id)).then().statusCode(200);
        rm(bank.lin).get("/clients/" + id).then().statusCode(404);
        rm(bank.chen).get("/clients/" + id).then().statusCode(200);
    }

    @Test
    void PR_14_a_manager_gives_no_client_away_and_takes_none() {
        UUID id = clientOf(bank.lin, "Kept Hospital");
        assign(rm(bank.lin), bank.chen)
                .put(path(id))
                .then()
                .statusCode(403)
                .body("code", equalTo("assignment.needs-supervisor"));
        assign(rm(bank.chen), bank.chen)
                .put(path(id))
                .then()
                .statusCode(404)
                .body("code", equalTo("client.unknown"));
        assign(supervisor(bank.westSupervisor), bank.zhou).put(path(id)).then().statusCode(404);
        assign(rm(bank.lin), bank.lin).put(path(id)).then().statusCode(200);
    }

    @Test
    void refuses_whom_it_cannot_give_the_client_to() {
        UUID id = clientOf(bank.lin, "Stuck Hospital");
        assign(supervisor(bank.eastSupervisor), "S-nil")
                .put(path(id))
                .then()
                .statusCode(409)
                .body("code", equalTo("rm.unknown"));
        assign(supervisor(bank.eastSupervisor), bank.eastSupervisor)
                .put(path(id))
                .then()
                .statusCode(409)
                .body("code", equalTo("rm.not-qualified"));
        supervisor(bank.eastSupervisor).body("{}").put(path(id)).then().statusCode(400);
    }

    @Test
    void only_a_system_sets_an_earlier_day() {
        UUID id = clientOfUnit(bank.east, "Old Hospital");
        Map<String, Object> body = Map.of("rmId", bank.lin, "since", "2025-10-01T00:00:00Z");
        supervisor(bank.eastSupervisor)
                .body(body)
                .put(path(id))
                .then()
                .statusCode(403)
                .body("code", equalTo("assignment.since-in-the-past"));
        system().body(body)
                .put(path(id))
                .then()
                .statusCode(200)
                .body("rmSince", equalTo("2025-10-01T00:00:00Z"));
        system().body(Map.of("rmId", bank.chen, "since", "2025-09-30T00:00:00Z"))
                .put(path(id))
                .then()
                .statusCode(409)
                .body("code", equalTo("assignment.before-current-owner"));
        system().body(Map.of("rmId", bank.chen, "since", "2999-01-01T00:00:00Z"))
                .put(path(id))
                .then()
                .statusCode(400);
    }

    @Test
    void PR_02_two_who_race_for_the_last_place_get_it_once() throws Exception {
        String corporate = "ASG-CORP";
        Bank.staff(corporate, bank.east, bank.eastSupervisor, "rm", "CORPORATE");
        fill(corporate, 59);
        UUID one = clientOfUnit(bank.east, "Racing one");
        UUID two = clientOfUnit(bank.east, "Racing two");
        CyclicBarrier start = new CyclicBarrier(2);
        List<Integer> statuses;
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers =
                    List.of(one, two).stream()
                            .map(id -> callers.submit(() -> raced(start, id, corporate)))
                            .toList();
            statuses = List.of(answers.get(0).get(), answers.get(1).get());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        supervisor(bank.eastSupervisor)
                .get("/staff/" + corporate + "/portfolio")
                .then()
                .statusCode(200)
                .body("clients", equalTo(60))
                .body("cap", equalTo(60))
                .body("load", equalTo("1.0000"));
        assertThat(
                        TestTopics.await(
                                Topics.CLIENTS,
                                GENEROUS,
                                1,
                                m ->
                                        m.type().endsWith("assignment-refused-full.v1")
                                                && m.value().contains(corporate)))
                .hasSize(1);
    }

    @Test
    void PR_01_who_owned_whom_on_any_day_is_answered_from_the_events() {
        String fang = "ASG-FANG";
        Bank.staff(fang, bank.east, bank.eastSupervisor, "rm");
        UUID id = clientOf(fang, "Moved Hospital");
        UUID kept = clientOf(fang, "Remaining Hospital");
        Instant then = clock.now();
        assign(supervisor(bank.eastSupervisor), bank.chen).put(path(id)).then().statusCode(200);
        String book = "/staff/" + fang + "/portfolio";
        supervisor(bank.eastSupervisor)
                .get(book)
                .then()
                .body("clients", equalTo(1))
                .body("items.id", contains(kept.toString()));
        supervisor(bank.eastSupervisor)
                .get(book + "?asOf=" + then)
                .then()
                .statusCode(200)
                .body("clients", equalTo(2))
                .body("items.id", containsInAnyOrder(id.toString(), kept.toString()));
        rm(fang).get(book + "?knownAt=" + then)
                .then()
                .statusCode(200)
                .body("clients", equalTo(2))
                .body("items.id", contains(kept.toString()));
        rm(bank.chen)
                .get("/clients/" + id + "?asOf=" + then)
                .then()
                .statusCode(200)
                .body("rmId", equalTo(fang));
        rm(fang).get(book + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
    }

    @Test
    void a_book_is_for_its_manager_and_those_above() {
        String path = "/staff/" + bank.chen + "/portfolio";
        rm(bank.chen).get(path).then().statusCode(200).body("staffId", equalTo(bank.chen));
        supervisor(bank.eastSupervisor).get(path).then().statusCode(200);
        rm(bank.lin).get(path).then().statusCode(404).body("code", equalTo("staff.unknown"));
        supervisor(bank.westSupervisor).get(path).then().statusCode(404);
        rm(bank.lin).get("/staff/S-nil/portfolio").then().statusCode(404);
        admin().get(path).then().statusCode(403);
    }

    private static int raced(CyclicBarrier start, UUID client, String rm) throws Exception {
        start.await();
        return assign(supervisor(bank.eastSupervisor), rm)
                .put(path(client))
                .then()
                .extract()
                .statusCode();
    }

    private static void fill(String rm, int count) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, count)
                .forEach(
                        n ->
                                lines.append(
                                        "{\"kind\":\"PERSON\",\"name\":\"P\",\"unitId\":\"%s\",\"rmId\":\"%s\"}\n"
                                                .formatted(bank.east, rm)));
        system().contentType("application/x-ndjson")
                .body(lines.toString())
                .post("/clients/imports")
                .then()
                .statusCode(200)
                .body("created", equalTo(count));
    }

    private static String path(UUID client) {
        return "/clients/" + client + "/relationship-manager";
    }
}
