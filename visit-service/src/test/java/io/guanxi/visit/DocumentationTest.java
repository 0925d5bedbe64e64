package io.guanxi.visit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.PersonalTables;
import io.guanxi.kit.testing.openapi.Denials;
import io.guanxi.kit.testing.openapi.OpenApiLint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Every operation of this service says what it answers, and shows it. */
@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class DocumentationTest {
    @Inject DataSource database;

    @Test
    void the_document_says_all_and_its_examples_are_right() {
        String document =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        assertThat(OpenApiLint.complaints(document)).isEmpty();
        assertThat(Denials.complaints("visit", document)).isEmpty();
    }

    @Test
    void every_table_and_column_of_words_stands_on_the_page_of_personal_data() throws Exception {
        try (Connection connection = database.getConnection()) {
            assertThat(PersonalTables.complaints(connection, "visit")).isEmpty();
        }
    }
}
