package io.guanxi.visit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.visit.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class VisitImportTest extends ServiceTest {
    private static final String LINE =
            "{\"id\":\"%s\",\"clientId\":\"%s\",\"rmId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\"%s}\n";

    @Test
    void a_visit_of_long_ago_comes_with_its_log_and_is_neither_ad_hoc_nor_late() {
        UUID client = ownClient();
        UUID past = Uuids.v7();
        UUID planned = Uuids.v7();
        Instant at = daysAgo(20);
        String log =
                ",\"registeredAt\":\"%s\",\"loggedAt\":\"%s\",\"log\":{\"durationMinutes\":45,\"feedback\":\"fine\"}"
                        .formatted(daysAgo(21), at.plusSeconds(7200));
        imported(
                        line(past, client, "S-0001", at, log)
                                + line(planned, client, "S-0001", daysAgo(-3), "")
                                + line(Uuids.v7(), Uuids.v7(), "S-0001", at, "")
                                + line(Uuids.v7(), client, "S-9999", at, "")
                                + line(Uuids.v7(), client, "S-0001", daysAgo(-3), log)
                                + line(past, client, "S-0001", at, ""))
                .body("created", equalTo(2))
                .body("existing", equalTo(1))
                .body("items[2].code", equalTo("client.unknown"))
                .body("items[3].code", equalTo("staff.unknown"))
                .body("items[4].code", equalTo("field.invalid"))
                .body("items[4].errors[0].pointer", equalTo("/log/occurredAt"));
        as(MANAGER)
                .get("/visits/" + past)
                .then()
                .body("state", equalTo("LOGGED"))
                .body("adHoc", equalTo(false))
                .body("log.late", equalTo(false))
                .body("log.feedback", equalTo("fine"))
                .body("log.occurredAt", equalTo(at.toString()));
        as(MANAGER).get("/visits/" + planned).then().body("state", equalTo("PLANNED"));
        Eventually.within(
                PATIENCE,
                () -> {
                    Object last = as(MANAGER).get("/coverage/" + client).path("contacts[0].at");
                    return at.toString().equals(last);
                });
        exported(client, past);
    }

    private static void exported(UUID client, UUID visit) {
        String all = as(MANAGER).get("/exports/visits").then().statusCode(200).extract().asString();
        assertThat(all).contains(visit.toString()).contains("\"changedAt\"");
        as(OTHER_UNIT)
                .get("/exports/visits")
                .then()
                .statusCode(200)
                .body(not(containsString(client.toString())));
        as(MANAGER)
                .accept("text/csv")
                .get("/exports/coverage")
                .then()
                .statusCode(200)
                .body(containsString("clientId,rmId,unitId,tier,flags[]"))
                .body(containsString(client.toString()));
        as(MANAGER).get("/exports/shoes").then().statusCode(404);
        as(OPERATIONS).get("/exports/visits").then().statusCode(403);
    }

    private static ValidatableResponse imported(String lines) {
        return as(SYSTEM)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/visits/imports")
                .then()
                .statusCode(200);
    }

    private static String line(UUID id, UUID client, String rm, Instant at, String more) {
        return LINE.formatted(id, client, rm, at, at.plusSeconds(3600), more);
    }
}
