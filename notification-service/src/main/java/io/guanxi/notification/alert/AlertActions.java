package io.guanxi.notification.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.notification.alert.AlertCommand.AcknowledgeAlert;
import io.guanxi.notification.alert.AlertCommand.ReopenAlert;
import io.guanxi.notification.alert.AlertCommand.ResolveAlert;
import io.guanxi.notification.alert.AlertCommand.SnoozeAlert;
import io.guanxi.notification.sight.Sights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Carries out what a person asks of an alert, if that person may. */
@ApplicationScoped
public class AlertActions {

    public enum Action {
        ACKNOWLEDGE,
        SNOOZE,
        RESOLVE,
        REOPEN
    }

    /** What is asked; {@code until} for a snooze, {@code reason} for all but acknowledging. */
    record Asked(Action action, Instant until, String reason) {}

    /** What became of one line of a bulk request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(UUID id, String result, String code) {}

    /** The setting {@code alerts}. */
    public record AlertSettings(int longestSnoozeDays) {}

    private final EventStore store;
    private final AlertQueries alerts;
    private final Sights sights;
    private final Book book;
    private final Caller caller;
    private final Requests requests;
    private final Settings settings;
    private final BusinessClock clock;

    AlertActions(
            EventStore store,
            AlertQueries alerts,
            Sights sights,
            Book book,
            Caller caller,
            Requests requests,
            Settings settings,
            BusinessClock clock) {
        this.store = store;
        this.alerts = alerts;
        this.sights = sights;
        this.book = book;
        this.caller = caller;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    AlertRow read(UUID id) {
        return alerts.find(id, sights.ofCaller())
                .orElseThrow(() -> Problem.notFound("alert.unknown"));
    }

    /**
     * Recipients and operations act on alerts, and whoever looks after the client now, for that may
     * be another than when the alert was raised.
     */
    void requireMayAct(UUID id) {
        AlertRow alert = read(id);
        boolean may =
                caller.is(Role.OPERATIONS)
                        || alert.recipients().contains(caller.id())
                        || looksAfter(alert.clientId());
        if (!may) {
            throw Problem.forbidden(
                    "alert.not-recipient", "Only recipients and operations act on an alert.");
        }
    }

    private boolean looksAfter(UUID clientId) {
        return clientId != null
                && book.client(clientId).filter(sights.ownBook()::covers).isPresent();
    }

    CommandOutcome act(UUID id, Asked asked, CommandContext context) {
        return store.execute(context, AlertStream.ALERT, id, command(asked));
    }

    List<Result> bulk(List<UUID> ids, Asked asked) {
        CommandContext whole = requests.change(asked);
        command(asked);
        return ids.stream().map(id -> one(id, asked, whole)).toList();
    }

    private Result one(UUID id, Asked asked, CommandContext whole) {
        try {
            requireMayAct(id);
            UUID commandId = Uuids.v5(whole.commandId(), id.toString());
            act(id, asked, requests.of(commandId, asked, 200));
            return new Result(id, "DONE", null);
        } catch (CommandRefused e) {
            return new Result(id, "REFUSED", e.refusal().code());
        } catch (Problem e) {
            return new Result(id, "REFUSED", e.code());
        }
    }

    private AlertCommand command(Asked asked) {
        String by = caller.id();
        return switch (asked.action()) {
            case ACKNOWLEDGE -> new AcknowledgeAlert(by);
            case SNOOZE -> snooze(by, asked);
            case RESOLVE -> new ResolveAlert(by, required(asked.reason()), null, null);
            case REOPEN -> new ReopenAlert(by, required(asked.reason()));
        };
    }

    private SnoozeAlert snooze(String by, Asked asked) {
        if (asked.until() == null) {
            throw missing("/until");
        }
        Instant now = clock.now();
        int days = settings.get("alerts", AlertSettings.class).longestSnoozeDays();
        return new SnoozeAlert(
                by, asked.until(), asked.reason(), now, now.plus(Duration.ofDays(days)));
    }

    private static String required(String reason) {
        if (reason == null) {
            throw missing("/reason");
        }
        return reason;
    }

    private static Problem missing(String pointer) {
        return Problem.badRequest(
                "body.invalid",
                "The action needs more than that.",
                new FieldError(pointer, "must be given for this action"));
    }
}
