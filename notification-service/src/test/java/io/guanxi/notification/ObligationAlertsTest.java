package io.guanxi.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.guanxi.contracts.Ids;
import io.guanxi.contracts.obligations.ObligationJudged;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class ObligationAlertsTest extends ServiceTest {

    @Test
    void AL_01_AL_02_VI_06_warned_then_breached_then_escalated_until_acknowledged() {
        UUID client = clientOf("S-0001", "U-001");
        Published.tier(client, Tier.A1, null);
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Instant due = now.plus(Duration.ofDays(5));
        Instant warn = now.plus(Duration.ofDays(4));
        UUID obligation = owed(client, null, warn, due);

        moveClockTo(warn);
        UUID warning = Ids.warning(obligation, due);
        read(warning, MANAGER).statusCode(200).body("kind", equalTo("obligation-warning"));
        read(warning, MANAGER).body("raisedAt", equalTo(warn.toString()));

        moveClockTo(due);
        UUID breach = Ids.breach(obligation, due);
        read(breach, MANAGER)
                .body("kind", equalTo("obligation-breached"))
                .body("recipients", equalTo(List.of("S-0001")));
        read(warning, MANAGER)
                .body("state", equalTo("RESOLVED"))
                .body("resolution.reason", equalTo("BREACHED"));

        moveClockTo(due.plus(Duration.ofHours(4)));
        read(breach, SUPERVISOR).body("recipients", equalTo(List.of("S-0001", "S-0002")));
        moveClockTo(due.plus(Duration.ofHours(24)));
        read(breach, BRANCH_HEAD).body("recipients", hasItems("S-0003"));

        acknowledge(breach, SUPERVISOR)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("acknowledgement.by", equalTo("S-0002"));
        moveClockTo(due.plus(Duration.ofDays(30)));
        read(breach, MANAGER).body("recipients", hasSize(3));

        Eventually.within(PATIENCE, () -> published(breach).size() == 4);
        assertThat(published(breach))
                .extracting(TestTopics.Message::type)
                .containsExactly(
                        "io.guanxi.alert-raised.v1",
                        "io.guanxi.alert-escalated.v1",
                        "io.guanxi.alert-escalated.v1",
                        "io.guanxi.alert-acknowledged.v1");
    }

    @Test
    void VI_06_a_visit_reported_late_resolves_the_breach_with_when_it_was_met_and_learned() {
        UUID client = clientOf("S-0001", "U-001");
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Instant due = now.plus(Duration.ofDays(2));
        UUID obligation = owed(client, null, now.plus(Duration.ofDays(1)), due);
        moveClockTo(due);
        UUID breach = Ids.breach(obligation, due);
        read(breach, MANAGER).body("state", equalTo("OPEN"));

        Instant metAt = now.plus(Duration.ofHours(3));
        Instant learnedAt = due.plus(Duration.ofHours(1));
        Published.judged(
                new ObligationJudged(
                        obligation,
                        "visit",
                        client,
                        "S-0001",
                        due,
                        ObligationResult.MET,
                        metAt,
                        learnedAt));
        owed(client, metAt, due.plus(Duration.ofDays(24)), due.plus(Duration.ofDays(30)));
        Eventually.passes(
                PATIENCE,
                () ->
                        read(breach, MANAGER)
                                .body("state", equalTo("RESOLVED"))
                                .body("resolution.reason", equalTo("MET"))
                                .body("resolution.metAt", equalTo(metAt.toString()))
                                .body("resolution.learnedAt", equalTo(learnedAt.toString())));
    }

    @Test
    void VI_06_a_due_instant_moved_by_the_tier_resolves_the_breach_as_a_changed_rule() {
        UUID client = clientOf("S-0001", "U-001");
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Instant due = now.plus(Duration.ofDays(2));
        UUID obligation = owed(client, null, now.plus(Duration.ofDays(1)), due);
        moveClockTo(due);
        owed(client, null, due.plus(Duration.ofDays(24)), due.plus(Duration.ofDays(30)));
        Eventually.passes(
                PATIENCE,
                () ->
                        read(Ids.breach(obligation, due), MANAGER)
                                .body("resolution.reason", equalTo("RULE_CHANGED")));
    }

    @Test
    void obligations_are_listed_by_state_and_only_to_those_who_may_see_them() {
        UUID client = clientOf("S-0001", "U-001");
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        UUID id = owed(client, null, now.plusSeconds(10), now.plus(Duration.ofDays(90)));
        for (String token : List.of(MANAGER, SUPERVISOR, BRANCH_HEAD, OPERATIONS)) {
            as(token)
                    .get("/obligations?state=DUE&kind=visit&client=" + client)
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(id.toString())));
            as(token).get("/obligations/" + id).then().statusCode(200);
        }
        for (String token : List.of(COLLEAGUE, OTHER_UNIT)) {
            as(token)
                    .get("/obligations?client=" + client)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            as(token)
                    .get("/obligations/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("obligation.unknown"));
        }
        given().get("/obligations").then().statusCode(401);
        as(MANAGER).get("/obligations?dueBefore=tomorrow").then().statusCode(400);
        as(MANAGER).get("/obligations?state=LOST").then().statusCode(400);
    }

    /** Publishes the obligation and waits until this service has it. */
    private UUID owed(UUID client, Instant contactAt, Instant warnAt, Instant dueAt) {
        UUID id = Published.visitOwed(client, "S-0001", contactAt, warnAt, dueAt);
        Eventually.passes(
                PATIENCE,
                () ->
                        as(OPERATIONS)
                                .get("/obligations/" + id)
                                .then()
                                .body("dueAt", equalTo(dueAt.toString())));
        return id;
    }
}
