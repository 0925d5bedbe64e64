package io.guanxi.notification.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.routing.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Why somebody was, or was not, told of an alert.
 *
 * @param at when they were told, will be, or when it was stopped
 * @param step of the ladder, where it is about one
 * @param history what happened to the alert, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(
        UUID alertId,
        String person,
        boolean told,
        Because because,
        Instant at,
        Integer step,
        List<Happened> history) {

    enum Because {
        /** On the route of its kind, when it was raised. */
        ADDRESSED_AT_ONCE,
        /** Nobody had acknowledged in time. */
        REACHED_BY_LADDER,
        /** On a later step of the ladder, whose time has not come. */
        STEP_NOT_REACHED,
        /** On a later step of the ladder, but the alert was dealt with before. */
        LADDER_STOPPED,
        /** Neither addressed nor on the ladder. */
        NOT_ON_ROUTE
    }

    /** One event of the alert. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(Instant at, String what, String by, List<String> recipients, String reason) {

        static Happened of(Recorded<AlertEvent> stored) {
            Instant at = stored.occurredAt();
            String what = stored.type();
            return switch (stored.event()) {
                case AlertRaised e -> new Happened(at, what, null, e.recipients(), null);
                case AlertEscalated e -> new Happened(at, what, null, e.recipients(), null);
                case AlertEvent.AlertAcknowledged e -> new Happened(at, what, e.by(), null, null);
                case AlertEvent.AlertSnoozed e -> new Happened(at, what, e.by(), null, e.reason());
                case AlertEvent.AlertResolved e -> new Happened(at, what, e.by(), null, e.reason());
                case AlertEvent.AlertReopened e -> new Happened(at, what, e.by(), null, e.reason());
            };
        }
    }

    /**
     * Explains from the alert's events.
     *
     * @param reaches who a step of the ladder would reach now
     */
    static Explanation of(
            AlertRow alert,
            List<Recorded<AlertEvent>> events,
            String person,
            Function<LadderStep, List<String>> reaches) {
        Finding finding =
                told(events, person)
                        .or(() -> later(alert, events, person, reaches))
                        .orElse(new Finding(false, Because.NOT_ON_ROUTE, null, null));
        return new Explanation(
                alert.alertId(),
                person,
                finding.told(),
                finding.because(),
                finding.at(),
                finding.step(),
                events.stream().map(Happened::of).toList());
    }

    private record Finding(boolean told, Because because, Instant at, Integer step) {}

    private static Optional<Finding> told(List<Recorded<AlertEvent>> events, String person) {
        for (Recorded<AlertEvent> stored : events) {
            if (stored.event() instanceof AlertRaised e && e.recipients().contains(person)) {
                return Optional.of(
                        new Finding(true, Because.ADDRESSED_AT_ONCE, stored.occurredAt(), null));
            }
            if (stored.event() instanceof AlertEscalated e && e.recipients().contains(person)) {
                return Optional.of(
                        new Finding(
                                true, Because.REACHED_BY_LADDER, stored.occurredAt(), e.step()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> later(
            AlertRow alert,
            List<Recorded<AlertEvent>> events,
            String person,
            Function<LadderStep, List<String>> reaches) {
        boolean open = alert.state() == AlertState.OPEN;
        return alert.ladder().stream()
                .filter(step -> step.step() > alert.step())
                .filter(step -> reaches.apply(step).contains(person))
                .findFirst()
                .map(
                        step ->
                                open
                                        ? new Finding(
                                                false,
                                                Because.STEP_NOT_REACHED,
                                                step.at(),
                                                step.step())
                                        : new Finding(
                                                false,
                                                Because.LADDER_STOPPED,
                                                events.getLast().occurredAt(),
                                                step.step()));
    }
}
