package io.guanxi.visit;

import static io.restassured.RestAssured.given;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The grammar of tests that drive the running service through topics and HTTP. */
public abstract class ServiceTest {
    protected static final Duration PATIENCE = Duration.ofSeconds(30);
    protected static final String MANAGER = TestTokens.token("S-0001", "rm");
    protected static final String COLLEAGUE = TestTokens.token("S-0004", "rm");
    protected static final String SUPERVISOR = TestTokens.token("S-0002", "supervisor");
    protected static final String OTHER_UNIT = TestTokens.token("S-0007", "rm");
    protected static final String SYSTEM = TestTokens.system();
    protected static final String AUDITOR = TestTokens.token("audit", "auditor");
    protected static final String OPERATIONS = TestTokens.token("ops", "operations");

    private static boolean branchesKnown;

    @Inject protected Book book;
    @Inject protected BusinessClock clock;

    @BeforeEach
    void knowTheBranches() {
        if (!branchesKnown) {
            Published.branches(clock.now());
            branchesKnown = true;
        }
        Eventually.within(PATIENCE, () -> book.staff("S-0007").isPresent());
    }

    /** A new client that this manager has owned for a month. */
    protected UUID clientOf(String rm, String unit) {
        return clientOf(rm, unit, daysAgo(30));
    }

    protected UUID clientOf(String rm, String unit, Instant since) {
        UUID client = Uuids.v7();
        Published.owned(client, rm, null, unit, since);
        Eventually.within(PATIENCE, () -> book.knows(client));
        return client;
    }

    protected UUID ownClient() {
        return clientOf("S-0001", "U-001");
    }

    protected Instant daysAgo(int days) {
        return clock.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(days));
    }

    protected static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    protected static RequestSpecification sending(String token, Object body) {
        return as(token).contentType(ContentType.JSON).body(body);
    }

    protected static List<TestTopics.Message> published(UUID visitOrClient) {
        return TestTopics.read("guanxi.visits").stream()
                .filter(message -> message.value().contains(visitOrClient.toString()))
                .toList();
    }
}
