package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class OpenApiTest {

    @Test
    void every_operation_says_what_may_go_wrong() throws IOException {
        JsonNode api =
                new ObjectMapper()
                        .readTree(
                                given().get("/q/openapi?format=json")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString());
        assertThat(api.get("openapi").asText()).startsWith("3.1");
        assertThat(api.at("/components/schemas/Problem/properties/code").isMissingNode()).isFalse();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (String method : List.of("get", "post", "put", "patch", "delete")) {
                JsonNode operation = path.getValue().get(method);
                if (operation != null) {
                    assertThat(operation.get("responses").has("401")).as(path.getKey()).isTrue();
                    assertThat(
                                    operation
                                            .at(
                                                    "/responses/400/content/application~1problem+json/schema/$ref")
                                            .asText())
                            .as(path.getKey())
                            .isEqualTo("#/components/schemas/Problem");
                }
            }
        }
        JsonNode write = api.at("/paths/~1notes/post");
        assertThat(write.at("/responses/422").isMissingNode()).isFalse();
        assertThat(write.findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(api.at("/paths/~1toys/get").findValuesAsText("name"))
                .contains("limit", "cursor");
    }
}
