package io.guanxi.visit.intake;

import io.guanxi.visit.ServiceTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The grammar of tests on planned visits. */
abstract class PlanTest extends ServiceTest {

    /** A visit of the manager that is planned for tomorrow. */
    protected UUID planned(UUID client) {
        return id(
                sending(MANAGER, plan(client))
                        .post("/visits")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"));
    }

    protected static Response patch(String token, UUID visit, Map<String, Object> patch) {
        return sending(token, patch).patch("/visits/" + visit);
    }

    protected Map<String, Object> plan(UUID client) {
        Instant startsAt = clock.now().plus(Duration.ofDays(1));
        Map<String, Object> plan = new HashMap<>();
        plan.put("clientId", client);
        plan.put("purpose", "OFFER");
        plan.put("startsAt", startsAt.toString());
        plan.put("endsAt", startsAt.plusSeconds(3600).toString());
        plan.put("place", Map.of("name", "Head office"));
        plan.put("channel", "FACE_TO_FACE");
        plan.put("joint", List.of("S-0004"));
        return plan;
    }

    protected static UUID id(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
