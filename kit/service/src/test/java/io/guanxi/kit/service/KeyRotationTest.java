package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The issuer's keys come from an address, and change while the service runs. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
@QuarkusTestResource(value = TestIssuer.class, restrictToAnnotatedClass = true)
class KeyRotationTest {
    /** What the service promises; a new key is asked for once a minute at most. */
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private static final String ISSUER = System.getProperty(TestIssuer.ADDRESS);

    @Test
    void a_new_key_counts_within_a_minute_and_the_old_one_no_longer() {
        String old = ask("/token");
        assertThat(status(old)).isEqualTo(200);
        ask("/rotate");
        String fresh = ask("/token");
        Eventually.within(A_MINUTE, () -> status(fresh) == 200);
        assertThat(status(old)).isEqualTo(401);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/toys/me").statusCode();
    }

    private static String ask(String path) {
        return given().get(ISSUER + path).asString();
    }
}
