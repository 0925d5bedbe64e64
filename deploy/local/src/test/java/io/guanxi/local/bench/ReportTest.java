package io.guanxi.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void the_ratio_is_that_of_the_middle_round_however_fast_the_machine_was_meanwhile() {
        assertThat(row(side(100, 10, 50), side(50, 20, 50)).ratio()).isEqualTo(1.0);
    }

    @Test
    void a_row_with_errors_has_no_ratio() {
        Measure failed = new Measure(100, 1, 1, 1, 100);
        assertThat(row(new Report.Side(List.of(failed), 0), side(50)).ratio()).isNaN();
        assertThat(row(side(50), new Report.Side(List.of(failed), 0)).ratio()).isNaN();
    }

    @Test
    void a_row_without_a_yardstick_has_no_ratio() {
        assertThat(row(side(50), Report.Side.NONE).ratio()).isNaN();
    }

    private static Report.Row row(Report.Side ours, Report.Side theirs) {
        return new Report.Row("row", ours, "yardstick", theirs, 0.2);
    }

    private static Report.Side side(double... rates) {
        return new Report.Side(
                Arrays.stream(rates).mapToObj(rate -> new Measure(rate, 1, 1, 0, 100)).toList(), 0);
    }
}
