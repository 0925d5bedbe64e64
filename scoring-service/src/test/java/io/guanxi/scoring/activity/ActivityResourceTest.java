package io.guanxi.scoring.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.scoring.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "scoring"))
class ActivityResourceTest extends ServiceTest {
    private static final Duration GENEROUS = Duration.ofMinutes(1);

    @Test
    void each_line_is_answered_by_itself() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        String good = fact(client, "TRANSACTION", today(), "\"amount\":\"12.50\"");
        String waiting = fact(UUID.randomUUID(), "HEADCOUNT", today(), "\"value\":3");

        post(good, "{", good, waiting)
                .then()
                .statusCode(200)
                .body("lines", equalTo(4))
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("unresolved", equalTo(1))
                .body("rejected", equalTo(1))
                .body("items.line", contains(1, 2, 3, 4))
                .body("items[1].code", equalTo("activity.malformed"));
        system().get("/activities/rejected?limit=500")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("activity.malformed"));
        Response unresolved = system().get("/activities/unresolved?limit=500");
        unresolved.then().statusCode(200).body("items.system", hasItem("guanxi"));
    }

    @Test
    void lines_that_name_the_client_are_exported_for_the_person() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        String number = "W-" + client;
        post(
                "{\"client\":\"" + client + "\",\"note\":\"of Wang\"}",
                "{\"client\":\"" + UUID.randomUUID() + "\",\"note\":\"of Li\"}",
                fact(client, "HEADCOUNT", today(), "\"value\":3")
                        .replace(
                                "\"" + client + "\"",
                                "{\"system\":\"core\",\"value\":\"" + number + "\"}"));
        execute("insert into client_number values ('core', '%s', '%s')".formatted(number, client));

        head().get("/clients/" + client + "/data-export")
                .then()
                .statusCode(200)
                .body("tables.activity_rejected.line", contains(containsString("of Wang")))
                .body("tables.activity_unresolved.value", contains(number));
    }

    @Test
    void the_own_book_sees_the_facts_and_others_see_no_client() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        post(
                fact(client, "TRANSACTION", today(), "\"amount\":\"1\""),
                fact(client, "TRANSACTION", today().minusDays(1), "\"amount\":\"2\""),
                fact(client, "REVENUE", today().minusDays(2), "\"amount\":\"3\""));
        String path = "/activities?client=" + client;

        manager("S-1")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.amount", contains("1", "2", "3"));
        manager("S-1").get(path + "&type=REVENUE").then().body("items", hasSize(1));
        head().get(path).then().statusCode(200).body("items", hasSize(3));
        problem(manager("S-2").get(path), 404, "client.unknown");
        problem(
                manager("S-1").get("/activities?client=" + UUID.randomUUID()),
                404,
                "client.unknown");
        problem(as(TestTokens.token("x", "operations")).get(path), 403, "role.too-small");
    }

    @Test
    void a_list_goes_on_where_it_ended() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        post(
                fact(client, "TRANSACTION", today(), "\"amount\":\"1\""),
                fact(client, "TRANSACTION", today(), "\"amount\":\"1\""),
                fact(client, "TRANSACTION", today(), "\"amount\":\"1\""));
        String path = "/activities?limit=2&client=" + client;
        Response first = manager("S-1").get(path);
        first.then().body("items", hasSize(2)).body("next", notNullValue());

        manager("S-1")
                .get(path + "&cursor=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        problem(manager("S-1").get(path + "&cursor=x"), 400, "cursor.invalid");
    }

    @Test
    void a_fact_taken_back_stays_and_counts_no_more() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        String line = fact(client, "TRANSACTION", today(), "\"amount\":\"1\"");
        post(line);
        String id = line.substring(7, 43);
        String reversal = "/activities/" + id + "/reversal?source=core";

        Response reversed = system().contentType("application/json").post(reversal);
        reversed.then().statusCode(200).body("reversedAt", notNullValue());
        String again = system().contentType("application/json").post(reversal).path("reversedAt");

        assertThat(again).isEqualTo(reversed.path("reversedAt"));
        manager("S-1")
                .get("/activities/" + id + "?source=core")
                .then()
                .statusCode(200)
                .body("reversedAt", notNullValue());
        problem(manager("S-2").get("/activities/" + id + "?source=core"), 404, "activity.unknown");
        problem(
                system().contentType("application/json")
                        .post("/activities/nobody/reversal?source=core"),
                404,
                "activity.unknown");
    }

    @Test
    void only_systems_bring_facts() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        String line = fact(client, "TRANSACTION", today(), "\"amount\":\"1\"");

        given().get("/activities").then().statusCode(401);
        facts("nonsense", line).then().statusCode(401);
        for (String role : new String[] {"rm", "head", "auditor", "admin", "operations"}) {
            String staff = role.equals("rm") ? "S-1" : role.equals("head") ? "S-HEAD" : "x";
            problem(facts(TestTokens.token(staff, role), line), 403, "role.too-small");
        }
        post(line).then().statusCode(200).body("accepted", equalTo(1));
    }

    @Test
    void more_than_10_000_lines_become_a_job_and_a_dry_one_keeps_nothing() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        String good = fact(client, "TRANSACTION", today(), "\"amount\":\"7\"");
        String waiting = fact(UUID.randomUUID(), "HEADCOUNT", today(), "\"value\":3");
        String body =
                String.join("\n", good, waiting, good, "{}\n".repeat(9_998))
                        + good.replace("\"7\"", "\"8\"");

        job("?dryRun=true", body);
        manager("S-1").get("/activities?client=" + client).then().body("items", hasSize(0));
        String address = job("", body);

        manager("S-1").get("/activities?client=" + client).then().body("items", hasSize(1));
        system().get(address + "/lines?limit=3")
                .then()
                .body("items.result", contains("CREATED", "CREATED", "EXISTING"))
                .body("items.code", contains(null, "activity.unresolved", null));
        system().delete(address).then().statusCode(200).body("state", equalTo("DONE"));
    }

    private static String job(String query, String body) {
        Response taken =
                system().config(NDJSON)
                        .contentType("application/x-ndjson")
                        .body(body)
                        .post("/activities" + query);
        taken.then().statusCode(202).body("lines", equalTo(10_002));
        String address = "/activities/imports/" + taken.path("id");
        Eventually.within(GENEROUS, () -> system().get(address).path("state").equals("DONE"));
        system().get(address)
                .then()
                .body("created", equalTo(2))
                .body("existing", equalTo(1))
                .body("refused", equalTo(1))
                .body("invalid", equalTo(9_998));
        return address;
    }

    @Test
    void rows_of_csv_are_facts_too() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        system().contentType("text/csv")
                .body(
                        "id,source,client,type,at,value\n%s,core,%s,HEADCOUNT,2026-01-05T00:00:00Z,3\n"
                                .formatted(UUID.randomUUID(), client))
                .post("/activities")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    @Test
    void what_cannot_be_a_body_of_facts_is_answered_with_a_code() {
        system().contentType("application/json")
                .body("{}")
                .post("/activities")
                .then()
                .statusCode(415);
        problem(post("x".repeat(11 << 20)), 413, "line.too-long");
        problem(system().get("/activities"), 400, "parameter.missing");
        problem(system().get("/activities/1"), 400, "parameter.missing");
        problem(system().get("/activities?client=x"), 400, "parameter.invalid");
        system().delete("/activities").then().statusCode(405);
    }
}
