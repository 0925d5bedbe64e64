package io.guanxi.notification.alert;

import static io.guanxi.notification.alert.AlertExamples.BREACH;
import static io.guanxi.notification.alert.AlertExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.Explanation.Because;
import io.guanxi.notification.routing.LadderStep;
import io.guanxi.notification.routing.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void who_was_addressed_or_reached_is_told_so() {
        AlertEscalated step = new AlertEscalated(1, List.of("S-0002"));
        assertThat(explain("S-0001", BREACH, step).because()).isEqualTo(Because.ADDRESSED_AT_ONCE);
        Explanation reached = explain("S-0002", BREACH, step);
        assertThat(reached.because()).isEqualTo(Because.REACHED_BY_LADDER);
        assertThat(reached.step()).isEqualTo(1);
    }

    @Test
    void who_is_on_a_later_step_learns_when_it_comes() {
        Explanation later = explain("S-0003", BREACH);
        assertThat(later.told()).isFalse();
        assertThat(later.because()).isEqualTo(Because.STEP_NOT_REACHED);
        assertThat(later.at()).isEqualTo(BREACH.ladder().get(1).at());
    }

    @Test
    void who_would_have_been_told_learns_what_stopped_the_ladder() {
        Explanation stopped = explain("S-0002", BREACH, new AlertAcknowledged("S-0001"));
        assertThat(stopped.because()).isEqualTo(Because.LADDER_STOPPED);
        assertThat(stopped.at()).isEqualTo(NOW);
        assertThat(stopped.history()).hasSize(2);
    }

    @Test
    void who_has_nothing_to_do_with_it_learns_that() {
        assertThat(explain("S-0777", BREACH).because()).isEqualTo(Because.NOT_ON_ROUTE);
    }

    private static Explanation explain(String person, AlertEvent... happened) {
        List<Recorded<AlertEvent>> events = new ArrayList<>();
        AlertRow row = null;
        for (AlertEvent event : happened) {
            events.add(AlertViewTest.recorded(events.size() + 1, event));
            row = new AlertView().evolve(row, events.getLast());
        }
        return Explanation.of(row, events, person, ExplanationTest::reaches);
    }

    private static List<String> reaches(LadderStep step) {
        return step.to() == Level.SUPERVISOR ? List.of("S-0002") : List.of("S-0003");
    }
}
