package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.openapi.OpenApiLint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class OpenApiTest {

    @Test
    void what_every_operation_has_in_common_is_described() throws IOException {
        String document =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        assertThat(OpenApiLint.complaints(document))
                .noneMatch(complaint -> complaint.contains("/admin"));
        JsonNode api = new ObjectMapper().readTree(document);
        assertThat(api.at("/components/schemas/Problem/properties/code").isMissingNode()).isFalse();
        JsonNode write = api.at("/paths/~1notes/post");
        assertThat(write.at("/responses/422").isMissingNode()).isFalse();
        assertThat(write.findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(api.at("/paths/~1toys/get").findValuesAsText("name"))
                .contains("limit", "cursor");
    }
}
