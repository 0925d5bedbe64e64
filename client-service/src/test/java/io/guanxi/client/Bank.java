package io.guanxi.client;

import static io.restassured.RestAssured.given;

import io.guanxi.kit.testing.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A small bank made over HTTP, its codes under a prefix of its own: two branches with a supervisor
 * each, two managers in the first and one in the second.
 */
public final class Bank {
    private static final RestAssuredConfig NDJSON_IS_TEXT =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .defaultContentCharset(StandardCharsets.UTF_8)
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    public final String headOffice;
    public final String east;
    public final String west;
    public final String head;
    public final String eastSupervisor;
    public final String westSupervisor;
    public final String lin;
    public final String chen;
    public final String zhou;

    public Bank(String prefix) {
        headOffice = prefix + "-HO";
        east = prefix + "-EAST";
        west = prefix + "-WEST";
        head = prefix + "-HEAD";
        eastSupervisor = prefix + "-ES";
        westSupervisor = prefix + "-WS";
        lin = prefix + "-LIN";
        chen = prefix + "-CHEN";
        zhou = prefix + "-ZHOU";
        unit(headOffice, null, head);
        unit(east, headOffice, eastSupervisor);
        unit(west, headOffice, westSupervisor);
        staff(head, headOffice, null, "head");
        staff(eastSupervisor, east, head, "supervisor");
        staff(westSupervisor, west, head, "supervisor");
        staff(lin, east, eastSupervisor, "rm");
        staff(chen, east, eastSupervisor, "rm");
        staff(zhou, west, westSupervisor, "rm");
    }

    private static void unit(String id, String parent, String head) {
        Map<String, Object> body = new HashMap<>(Map.of("id", id, "name", "Unit " + id));
        body.put("parentId", parent);
        body.put("headId", head);
        as(TestTokens.admin()).body(body).post("/units").then().statusCode(201);
    }

    /** A member of staff with a personal book. */
    public static ValidatableResponse staff(
            String id, String unit, String supervisor, String role) {
        return staff(id, unit, supervisor, role, "PERSONAL");
    }

    public static ValidatableResponse staff(
            String id, String unit, String supervisor, String role, String bookType) {
        Map<String, Object> body =
                new HashMap<>(
                        Map.of(
                                "id",
                                id,
                                "name",
                                "Person " + id,
                                "unitId",
                                unit,
                                "roles",
                                List.of(role),
                                "bookType",
                                bookType));
        body.put("supervisorId", supervisor);
        return as(TestTokens.admin()).body(body).post("/staff").then().statusCode(201);
    }

    public static RequestSpecification as(String token) {
        return given().config(NDJSON_IS_TEXT).auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The same caller with a bulk body. */
    public static RequestSpecification lines(RequestSpecification who, String lines) {
        return who.contentType("application/x-ndjson").body(lines);
    }

    public static RequestSpecification rm(String code) {
        return as(TestTokens.token(code, "rm"));
    }

    public static RequestSpecification supervisor(String code) {
        return as(TestTokens.token(code, "supervisor"));
    }

    public static RequestSpecification system() {
        return as(TestTokens.system());
    }

    public static RequestSpecification admin() {
        return as(TestTokens.admin());
    }

    /** An organisation of the manager's own. */
    public static UUID clientOf(String rm, String name) {
        return UUID.fromString(
                rm(rm).body(organisation(name))
                        .post("/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** An organisation that nobody owns. */
    public static UUID clientOfUnit(String unit, String name) {
        Map<String, Object> body = organisation(name);
        body.put("unitId", unit);
        return UUID.fromString(
                system().body(body).post("/clients").then().statusCode(201).extract().path("id"));
    }

    public static Map<String, Object> organisation(String name) {
        return new HashMap<>(Map.of("kind", "ORGANIZATION", "name", name, "segment", "HOSPITAL"));
    }

    public static RequestSpecification assign(RequestSpecification who, String rm) {
        return who.body(Map.of("rmId", rm, "reason", "nearer"));
    }
}
