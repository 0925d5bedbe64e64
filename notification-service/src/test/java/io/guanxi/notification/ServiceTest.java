package io.guanxi.notification;

import static io.restassured.RestAssured.given;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The grammar of tests that drive the running service through topics, clock and HTTP. */
abstract class ServiceTest {
    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final String MANAGER = TestTokens.token("S-0001", "rm");
    protected static final String COLLEAGUE = TestTokens.token("S-0004", "rm");
    protected static final String SUPERVISOR = TestTokens.token("S-0002", "supervisor");
    protected static final String BRANCH_HEAD = TestTokens.token("S-0003", "head");
    protected static final String OTHER_UNIT = TestTokens.token("S-0007", "rm");
    protected static final String OPERATIONS = TestTokens.token("ops", "operations");

    private static boolean branchKnown;

    @Inject protected Book book;
    @Inject protected BusinessClock clock;

    @BeforeEach
    void knowTheBranch() {
        Published.clock = clock::now;
        if (!branchKnown) {
            Published.branch();
            branchKnown = true;
        }
        Eventually.within(PATIENCE, () -> book.staff("S-0007").isPresent());
    }

    /** A new client of this manager, in the book of this service. */
    protected UUID clientOf(String rm, String unit) {
        UUID client = Uuids.v7();
        Published.owned(client, rm, null, unit, clock.now());
        Eventually.within(PATIENCE, () -> book.knows(client));
        return client;
    }

    protected RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    protected List<Map<String, Object>> alerts(UUID client, String kind) {
        return as(OPERATIONS)
                .queryParam("client", client)
                .queryParam("kind", kind)
                .get("/alerts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** Waits for the one alert of this kind about a client. */
    protected Map<String, Object> alert(UUID client, String kind) {
        return Eventually.get(
                PATIENCE,
                () -> {
                    List<Map<String, Object>> found = alerts(client, kind);
                    return found.size() == 1 ? found.getFirst() : null;
                });
    }

    protected ValidatableResponse read(UUID alert, String token) {
        return as(token).get("/alerts/" + alert).then();
    }

    protected Response acknowledge(UUID alert, String token) {
        return as(token)
                .contentType(ContentType.JSON)
                .post("/alerts/" + alert + "/acknowledgement");
    }

    /** Moves the business clock and waits until nothing is due any more. */
    protected void moveClockTo(Instant to) {
        as(TestTokens.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("to", to.toString()))
                .post("/admin/clock")
                .then()
                .statusCode(200);
        Eventually.within(PATIENCE, () -> due() == 0);
    }

    private long due() {
        Object due =
                as(TestTokens.admin()).get("/admin/clock").then().extract().jsonPath().get("due");
        return due instanceof Number number
                ? number.longValue()
                : ((Map<?, ?>) due)
                        .values().stream().mapToLong(n -> ((Number) n).longValue()).sum();
    }

    protected static List<TestTopics.Message> published(UUID alert) {
        return TestTopics.read("guanxi.alerts").stream()
                .filter(message -> message.value().contains(alert.toString()))
                .toList();
    }
}
