package io.guanxi.kit.service.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
    private final Calendars calendars =
            new Calendars(new BusinessClock(null, ZoneId.of("Asia/Shanghai")));

    @ParameterizedTest
    @CsvSource({
        "2025-01-26, true", // Sunday, made up for the Spring Festival
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-05, true",
        "2025-02-08, true", // Saturday, made up
        "2025-10-01, false",
        "2025-10-08, false",
        "2025-10-11, true", // Saturday, made up
        "2026-01-02, false",
        "2026-01-04, true", // Sunday, made up
        "2026-01-10, false", // an ordinary Saturday
        "2031-10-01, true", // no notice for that year yet
        "2031-10-04, false"
    })
    void knows_holidays_and_make_up_days(LocalDate day, boolean working) {
        assertThat(calendars.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 0, 2026-01-05",
        "2026-01-05, 1, 2026-01-06",
        "2026-01-09, 1, 2026-01-12",
        "2025-12-31, 1, 2026-01-04",
        "2025-09-30, 3, 2025-10-11",
        "2025-01-24, 2, 2025-01-27"
    })
    void counts_working_days_after_the_start(LocalDate start, int n, LocalDate due) {
        assertThat(calendars.plusWorkingDays(start, n)).isEqualTo(due);
    }

    @Test
    void a_day_ends_in_the_zone_of_the_bank() {
        assertThat(calendars.endOf(LocalDate.parse("2026-01-31")))
                .isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, 2, 2026-03-09",
        "2025-09-25, 2, 2025-09-28", // Sunday, made up
        "2026-04-30, 2, 2026-05-07",
    })
    void scenario_9_feedback_is_due_in_two_working_days(LocalDate ended, int n, LocalDate due) {
        assertThat(calendars.plusWorkingDays(ended, n)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-13, 2, 2026-03-11",
        "2026-05-07, 2, 2026-04-30",
        "2025-10-09, 1, 2025-09-30"
    })
    void scenario_9_a_client_is_told_of_a_delay_two_working_days_before(
            LocalDate delivery, int n, LocalDate told) {
        assertThat(calendars.calendar("CN").minus(delivery, n)).isEqualTo(told);
    }

    @Test
    void AL_02_warns_at_80_percent_of_the_working_time() {
        WorkingDays china = calendars.calendar("CN");
        Instant opened = calendars.endOf(LocalDate.parse("2026-03-05"));
        Instant due = calendars.endOf(LocalDate.parse("2026-03-09"));
        assertThat(china.warnAt(opened, due, 80)).isEqualTo(Instant.parse("2026-03-09T06:24:00Z"));
        assertThat(china.between(opened, due)).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void a_published_year_replaces_the_one_built_in() {
        Calendars changing = new Calendars(new BusinessClock(null, ZoneId.of("Asia/Shanghai")));
        LocalDate ended = LocalDate.parse("2026-03-05");
        Calendars.Year year = new Calendars.Year("CN", 2026);
        assertThat(changing.adopt(Map.of(year, Map.of(LocalDate.parse("2026-03-09"), false))))
                .isTrue();
        assertThat(changing.plusWorkingDays(ended, 2)).isEqualTo("2026-03-10");
        assertThat(changing.adopt(Map.of(year, Map.of(LocalDate.parse("2026-03-09"), false))))
                .isFalse();
        assertThat(changing.calendar("XX").isWorkingDay(LocalDate.parse("2026-10-01"))).isTrue();
    }
}
