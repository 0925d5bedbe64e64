package io.guanxi.client.standing;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class AppointingTest {
    private static Bank bank;

    @Inject BusinessClock clock;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("APPOINT") : bank;
    }

    @Test
    void PR_03_a_sub_branch_appoints_and_the_branch_above_approves() {
        String wen = newcomer("WEN");
        appoint(supervisor(bank.eastSupervisor), wen)
                .statusCode(202)
                .body("qualifiedUntil", nullValue())
                .body("approval.state", equalTo("PENDING"))
                .body("approval.requestedBy", equalTo(bank.eastSupervisor));
        appoint(supervisor(bank.eastSupervisor), wen)
                .statusCode(409)
                .body("code", equalTo("approval.pending"));
        named(true).body("items.id", not(hasItem(wen)));
        named(false).body("items.id", hasItem(wen));
        head().get("/approvals?assignee=me&state=PENDING&limit=500")
                .then()
                .statusCode(200)
                .body("items.thing", hasItem("/staff/" + wen + "/qualifications"));
        decide(supervisor(bank.eastSupervisor), wen, true).statusCode(403);
        decide(head(), wen, true)
                .statusCode(200)
                .body("qualifiedUntil", equalTo(clock.today().plusYears(1).toString()))
                .body("approval", nullValue());
        named(true).body("items.id", hasItem(wen));
        named(false).body("items.id", not(hasItem(wen)));
        decide(head(), wen, true).statusCode(409).body("code", equalTo("approval.not-pending"));
    }

    @Test
    void PR_03_nobody_appoints_for_another_unit_or_allows_what_they_asked() {
        String yan = newcomer("YAN");
        appoint(supervisor(bank.westSupervisor), yan)
                .statusCode(404)
                .body("code", equalTo("staff.unknown"));
        appoint(rm(yan), yan).statusCode(403);
        appoint(head(), yan).statusCode(202);
        decide(head(), yan, true).statusCode(409).body("code", equalTo("approval.own-request"));
        head().delete("/staff/" + yan + "/qualifications/approval")
                .then()
                .statusCode(200)
                .body("approval", nullValue());
        named(false).body("items.id", hasItem(yan));
    }

    @Test
    void PR_03_what_is_approved_is_the_person_as_asked_for() {
        String bai = newcomer("BAI");
        appoint(supervisor(bank.eastSupervisor), bai).statusCode(202);
        admin().body("{\"grade\":\"RM-2\"}").patch("/staff/" + bai).then().statusCode(200);
        decide(head(), bai, true).statusCode(409).body("code", equalTo("approval.thing-changed"));
        decide(head(), bai, false).statusCode(200).body("qualifiedUntil", nullValue());
    }

    private static String newcomer(String name) {
        String code = "APPOINT-" + name;
        Bank.staff(code, bank.east, bank.eastSupervisor, "rm");
        return code;
    }

    private static RequestSpecification head() {
        return as(TestTokens.token(bank.head, "head"));
    }

    private ValidatableResponse appoint(RequestSpecification who, String staff) {
        LocalDate today = clock.today();
        return who.body(
                        "{\"kind\":\"RM\",\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(today, today.plusYears(1)))
                .post("/staff/" + staff + "/qualifications")
                .then();
    }

    private static ValidatableResponse decide(
            RequestSpecification who, String staff, boolean approve) {
        return who.body("{\"approve\":" + approve + "}")
                .post("/staff/" + staff + "/qualifications/approval")
                .then();
    }

    private static ValidatableResponse named(boolean qualified) {
        return admin().get("/staff?unit=" + bank.east + "&qualified=" + qualified)
                .then()
                .statusCode(200);
    }
}
