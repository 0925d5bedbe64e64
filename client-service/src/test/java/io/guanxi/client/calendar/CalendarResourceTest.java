package io.guanxi.client.calendar;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class CalendarResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @Inject BusinessClock clock;

    @Test
    void scenario_9_working_days_follow_the_holidays_and_make_up_days_of_China() {
        due("CN", "2026-03-05", 2, "2026-03-09");
        due("CN", "2025-09-25", 2, "2025-09-28");
        due("CN", "2026-04-30", 2, "2026-05-07");
        admin().get("/calendars/CN/due?start=2026-03-05&workingDays=2")
                .then()
                .body("dueAt", equalTo("2026-03-09T16:00:00Z"));
        admin().get("/calendars/CN/due?workingDays=2").then().statusCode(400);
    }

    @Test
    void another_calendar_is_published_by_year_and_counts_at_once() {
        admin().get("/calendars/HK?year=2026").then().statusCode(404);
        String year =
                "{\"year\":2026,\"days\":[{\"date\":\"2026-07-01\",\"working\":false},"
                        + "{\"date\":\"2026-07-04\",\"working\":true}]}";
        as(TestTokens.token("auditor", "auditor"))
                .body(year)
                .put("/calendars/HK")
                .then()
                .statusCode(403);
        admin().body(year)
                .put("/calendars/HK")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("days", hasSize(2));
        due("HK", "2026-06-30", 3, "2026-07-04");
        Instant first = clock.now();
        admin().body("{\"year\":2026,\"days\":[]}").put("/calendars/HK").then().statusCode(200);
        admin().get("/calendars/HK?year=2026&asOf=" + first).then().body("days", hasSize(2));
        admin().get("/calendars/HK?year=2026").then().body("days", empty());
        admin().get("/calendars/HK/history?year=2026")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        admin().get("/calendars/HK/changes?year=2026&from=" + first)
                .then()
                .statusCode(200)
                .body("items.field", hasItem("/days"));
        admin().get("/calendars/HK?year=2027").then().statusCode(200).body("days", empty());
        assertThat(
                        TestTopics.await(
                                Topics.DIRECTORY,
                                GENEROUS,
                                1,
                                m -> m.type().endsWith("calendar-changed.v1")))
                .isNotEmpty();
    }

    @Test
    void refuses_days_of_other_years_and_days_named_twice() {
        refused("[{\"date\":\"2025-07-01\",\"working\":false}]", "calendar.other-year");
        refused(
                "[{\"date\":\"2026-07-01\",\"working\":false},"
                        + "{\"date\":\"2026-07-01\",\"working\":true}]",
                "calendar.day-twice");
    }

    private static void refused(String days, String code) {
        admin().body("{\"year\":2026,\"days\":" + days + "}")
                .put("/calendars/SG")
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    private static void due(String calendar, String start, int workingDays, String day) {
        admin().get(
                        "/calendars/"
                                + calendar
                                + "/due?start="
                                + start
                                + "&workingDays="
                                + workingDays)
                .then()
                .statusCode(200)
                .body("dueDay", equalTo(day));
    }
}
