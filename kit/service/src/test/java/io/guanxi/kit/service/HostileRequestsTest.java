package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.hostile.HostileRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class HostileRequestsTest {
    private static final int REQUESTS = 1_500;

    @Test
    void nothing_anybody_sends_is_answered_with_a_failure_of_ours() throws Exception {
        HostileRequests.Report report =
                new HostileRequests(
                                URI.create("http://localhost:" + RestAssured.port),
                                List.of(
                                        TestTokens.system(),
                                        TestTokens.token("svc:admin", "system", "admin"),
                                        ""),
                                List.of("/admin/clock", "/toys/broken"))
                        .send(REQUESTS, 1);
        assertThat(report.failures()).isEmpty();
        assertThat(report.statuses()).containsKeys(200, 400, 401, 404);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
