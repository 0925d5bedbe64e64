package io.guanxi.notification.ladder;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.notification.alert.AlertCommand;
import io.guanxi.notification.alert.AlertCommand.EscalateAlert;
import io.guanxi.notification.alert.AlertCommand.WakeAlert;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.routing.LadderStep;
import io.guanxi.notification.routing.Routing;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Takes the steps of the ladder and ends snoozes when their time has come. It locks nothing: the
 * command's id follows from the alert and what is due, so two instances do the same once.
 */
@ApplicationScoped
public class LadderWatch implements DueWork {
    private static final String NAME = "ladder";
    private static final String ACTOR = "svc:notification-service";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final ClimbingAlerts alerts;
    private final EventStore store;
    private final Routing routing;
    private final BusinessClock clock;
    private final Timers timers;

    LadderWatch(
            ClimbingAlerts alerts,
            EventStore store,
            Routing routing,
            BusinessClock clock,
            Timers timers) {
        this.alerts = alerts;
        this.store = store;
        this.routing = routing;
        this.clock = clock;
        this.timers = timers;
    }

    void start(@Observes StartupEvent started) {
        timers.every(NAME, PAUSE, this::run);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long due(Instant now) {
        return alerts.count(now);
    }

    /** Takes every step that is due by now, the oldest first. */
    void run() {
        Instant now = clock.now();
        List<ClimbingAlert> due = alerts.due(now, BATCH);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            due.forEach(this::act);
            due = alerts.due(now, BATCH);
        }
    }

    private void act(ClimbingAlert alert) {
        String what = alert.state() + ":" + alert.step() + ":" + alert.version();
        CommandContext context =
                CommandContext.of(Uuids.v5(alert.alertId(), what), ACTOR, clock.now())
                        .occurring(alert.nextAt());
        store.execute(context, AlertStream.ALERT, alert.alertId(), command(alert));
    }

    private AlertCommand command(ClimbingAlert alert) {
        if (alert.state() == AlertState.SNOOZED) {
            return new WakeAlert();
        }
        LadderStep next = alert.nextStep();
        return new EscalateAlert(
                next.step(), routing.at(next.to(), alert.clientId(), alert.managerId()));
    }

    /** An alert with something due: its next step, or the end of its snooze. */
    record ClimbingAlert(
            UUID alertId,
            AlertState state,
            UUID clientId,
            String managerId,
            int step,
            List<LadderStep> ladder,
            Instant nextAt,
            int version) {

        LadderStep nextStep() {
            return ladder.stream().filter(s -> s.step() > step).findFirst().orElseThrow();
        }
    }
}
