package io.guanxi.client.specialday;

import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static io.guanxi.client.Bank.system;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** KP-05: the special days of the book, and of nobody else's. */
@QuarkusTest
@OnRealServers
class SpecialDaysTest {
    private static final String MARCH = "/special-days?from=2027-02-28&to=2027-03-31";
    private static Bank bank;
    private static String wang;

    @BeforeEach
    void bank() {
        if (bank != null) {
            return;
        }
        bank = new Bank("SPECIAL");
        wang = client(bank.lin, "PERSON", "Wang Fang", Map.of("birthday", "1976-03-08"), null);
        client(bank.lin, "PERSON", "Born On A Leap Day", Map.of("birthday", "1980-02-29"), null);
        client(bank.lin, "PERSON", "Known By Number", Map.of(), "110105194903310028");
        client(bank.lin, "PERSON", "No Date", Map.of("birthday", "the 8th of March"), null);
        client(
                bank.lin,
                "ORGANIZATION",
                "Harbour School",
                Map.of(
                        "birthday",
                        "1990-03-10",
                        "celebrations",
                        List.of(
                                Map.of("name", "Sports day", "day", "03-20"),
                                Map.of("name", "Founded", "day", "1987-03-20"),
                                Map.of("name", "To come", "day", "2030-03-21"),
                                "nonsense")),
                null);
        client(bank.zhou, "PERSON", "Foreign", Map.of("birthday", "1976-03-08"), null);
    }

    @Test
    void the_manager_sees_the_days_of_the_own_book_in_order() {
        get(rm(bank.lin), MARCH)
                .body(
                        "items.name",
                        contains(
                                "Born On A Leap Day",
                                "Wang Fang",
                                "Harbour School",
                                "Harbour School",
                                "Known By Number"))
                .body("items.day[0]", equalTo("2027-02-28"))
                .body("items.years", contains(47, 51, null, 40, 78))
                .body("items.occasion", contains(null, null, "Sports day", "Founded", null))
                .body("items.kind[1]", equalTo("BIRTHDAY"));
        get(rm(bank.chen), MARCH).body("items", hasSize(0));
        get(supervisor(bank.eastSupervisor), MARCH + "&rm=" + bank.lin).body("items", hasSize(5));
        get(supervisor(bank.eastSupervisor), MARCH + "&rm=" + bank.zhou).body("items", hasSize(0));
        get(rm(bank.lin), "/special-days?from=2028-02-29&to=2028-02-29").body("items", hasSize(1));
    }

    @Test
    void pages_follow_each_other_also_within_a_day() {
        String next = MARCH + "&limit=3";
        ValidatableResponse first = get(rm(bank.lin), next).body("items", hasSize(3));
        get(rm(bank.lin), next + "&cursor=" + first.extract().path("next"))
                .body("items.name", contains("Harbour School", "Known By Number"))
                .body("next", nullValue());
    }

    @Test
    void a_service_reads_for_somebody_and_the_reading_is_noted() {
        get(system(), MARCH + "&onBehalfOf=" + bank.lin).body("items", hasSize(5));
        get(system(), MARCH + "&onBehalfOf=nobody").body("items", hasSize(0));
        refused(system(), MARCH, "onBehalfOf");
        refused(rm(bank.lin), MARCH + "&onBehalfOf=" + bank.zhou, "onBehalfOf");
        as(TestTokens.token("svc:audit", "auditor"))
                .get("/clients/" + wang + "/reads")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.operation == 'special-days' }.onBehalfOf[0]",
                        equalTo(bank.lin));
        as(TestTokens.token("svc:audit", "auditor")).get(MARCH).then().statusCode(403);
    }

    @Test
    void the_range_is_bounded() {
        get(rm(bank.lin), "/special-days?from=2026-01-01&to=2026-04-02");
        refused(rm(bank.lin), "/special-days?from=2026-01-01&to=2026-04-03", "to");
        refused(rm(bank.lin), "/special-days?from=2026-01-02&to=2026-01-01", "to");
        refused(rm(bank.lin), "/special-days?from=%2B999999999-12-31", "from");
        refused(rm(bank.lin), "/special-days?from=soon", "from");
    }

    private static ValidatableResponse get(RequestSpecification who, String path) {
        return who.get(path).then().statusCode(200);
    }

    private static void refused(RequestSpecification who, String path, String parameter) {
        who.urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?" + parameter));
    }

    private static String client(
            String rm, String kind, String name, Map<String, Object> profile, String residentId) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", kind, "name", name, "profile", profile));
        if (residentId != null) {
            body.put("identifiers", Map.of("residentId", residentId));
        }
        return rm(rm).body(body).post("/clients").then().statusCode(201).extract().path("id");
    }
}
