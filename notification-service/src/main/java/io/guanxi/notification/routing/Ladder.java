package io.guanxi.notification.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The setting {@code ladder} (AL-01): which kinds of alert climb, and how long each step waits for
 * somebody to acknowledge, counted from when the alert was raised.
 */
public record Ladder(List<String> kinds, List<Step> steps) {

    public Ladder {
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
    }

    /**
     * One step; a band without a figure does not take it.
     *
     * @param afterHours elapsed hours by band
     * @param afterWorkingDays working days by band, to the end of the day
     */
    public record Step(
            Level to, Map<Band, Integer> afterHours, Map<Band, Integer> afterWorkingDays) {
        public Step {
            afterHours = afterHours == null ? Map.of() : Map.copyOf(afterHours);
            afterWorkingDays = afterWorkingDays == null ? Map.of() : Map.copyOf(afterWorkingDays);
        }
    }

    /** Working time as the bank's calendar has it. */
    @FunctionalInterface
    public interface WorkingDays {
        /** The end of the n-th working day after the day of this instant. */
        Instant endOfDayAfter(Instant from, int days);
    }

    /** The steps of one alert, numbered, with their instants. */
    public List<LadderStep> plan(String kind, Band band, Instant from, WorkingDays calendar) {
        List<LadderStep> plan = new ArrayList<>();
        if (kinds.contains(kind)) {
            for (Step step : steps) {
                Instant at = instant(step, band, from, calendar);
                if (at != null) {
                    plan.add(new LadderStep(plan.size() + 1, step.to(), at));
                }
            }
        }
        return List.copyOf(plan);
    }

    private static Instant instant(Step step, Band band, Instant from, WorkingDays calendar) {
        Integer hours = step.afterHours().get(band);
        if (hours != null) {
            return from.plus(Duration.ofHours(hours));
        }
        Integer days = step.afterWorkingDays().get(band);
        return days == null ? null : calendar.endOfDayAfter(from, days);
    }
}
