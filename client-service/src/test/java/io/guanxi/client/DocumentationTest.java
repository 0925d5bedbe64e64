package io.guanxi.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation of this service says what it answers, and shows it. */
@QuarkusTest
@OnRealServers
class DocumentationTest {

    @Test
    void every_operation_has_a_summary_a_schema_an_example_and_its_problems() throws IOException {
        String document =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        JsonNode paths = new ObjectMapper().readTree(document).get("paths");
        List<String> wanting = new ArrayList<>();
        int operations = 0;
        for (var path : paths.properties()) {
            if (path.getKey().startsWith("/admin")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                operations++;
                want(path.getKey() + " " + operation.getKey(), operation.getValue(), wanting);
            }
        }
        assertThat(wanting).isEmpty();
        assertThat(operations).isGreaterThanOrEqualTo(15);
    }

    private static void want(String name, JsonNode operation, List<String> wanting) {
        if (!operation.hasNonNull("summary")) {
            wanting.add(name + ": summary");
        }
        JsonNode responses = operation.get("responses");
        boolean shown = false;
        for (var response : responses.properties()) {
            JsonNode json = response.getValue().at("/content/application~1json");
            boolean example = json.has("example") && json.has("schema");
            shown |= response.getKey().startsWith("2") && example;
        }
        if (!shown) {
            wanting.add(name + ": example and schema of the answer");
        }
        for (String status : List.of("400", "401", "403", "429", "503")) {
            if (!responses.has(status)) {
                wanting.add(name + ": " + status);
            }
        }
        for (var type : operation.at("/requestBody/content").properties()) {
            if (!type.getValue().has("example")) {
                wanting.add(name + ": example of " + type.getKey());
            }
        }
    }
}
