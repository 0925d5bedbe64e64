package io.guanxi.client.specialday;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.specialday.Anniversaries.Anniversary;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnniversariesTest {

    @Test
    void a_leap_day_counts_as_the_day_before_where_there_is_none() {
        assertThat(monthDays("2027-02-28", "2027-03-01"))
                .containsExactly("02-28", "02-29", "03-01");
        assertThat(monthDays("2028-02-28", "2028-03-01"))
                .containsExactly("02-28", "02-29", "03-01");
        assertThat(Anniversaries.between(day("2027-02-28"), day("2027-02-28")))
                .containsExactly(
                        new Anniversary(day("2027-02-28"), "02-28"),
                        new Anniversary(day("2027-02-28"), "02-29"));
        assertThat(monthDays("2028-02-28", "2028-02-28")).containsExactly("02-28");
    }

    @Test
    void a_range_may_pass_the_end_of_a_year() {
        assertThat(monthDays("2026-12-31", "2027-01-01")).containsExactly("12-31", "01-01");
    }

    private static List<String> monthDays(String from, String to) {
        return Anniversaries.between(day(from), day(to)).stream()
                .map(Anniversary::monthDay)
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
