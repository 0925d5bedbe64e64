package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.http.CommandProblems;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.visit.lifecycle.VisitEvent;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Carries one admitted operation out, in an append of its own, and writes its receipt. */
@ApplicationScoped
class SyncExecution {
    private static final Logger LOG = Logger.getLogger(SyncExecution.class);
    private static final int ATTEMPTS = 3;

    private final EventStore store;
    private final Conflicts conflicts;
    private final Duration retryAfter;

    SyncExecution(
            EventStore store,
            Conflicts conflicts,
            @ConfigProperty(name = "guanxi.visit.retry-after") Duration retryAfter) {
        this.store = store;
        this.conflicts = conflicts;
        this.retryAfter = retryAfter;
    }

    Receipt carryOut(SyncStep step) {
        try {
            return step.change() != null && step.operation().baseVersion() != null
                    ? merge(step, 1)
                    : append(step, step.context());
        } catch (CommandRefused e) {
            Problem problem = Problem.conflict(e.refusal().code(), e.refusal().detail());
            return rejected(step, problem, false);
        } catch (Problem e) {
            // The log of a visit whose plan is still on its way, perhaps on another device.
            return rejected(step, e, true);
        } catch (StoreException e) {
            Problem problem = CommandProblems.of(e);
            boolean passing =
                    e instanceof StoreException.Busy
                            || e instanceof StoreException.LostRace
                            || e instanceof StoreException.Unavailable;
            return rejected(step, problem, passing);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Operation on visit %s failed", step.operation().visitId());
            Problem problem = Problem.of(503, "failed", "It was not stored; send it again.");
            return rejected(step, problem, true);
        }
    }

    /** A change on top of others' changes is fine as long as they touched other fields. */
    private Receipt merge(SyncStep step, int attempt) {
        Conflicts.Found found =
                conflicts.since(
                        step.operation().visitId(), step.operation().baseVersion(), step.change());
        if (!found.conflicts().isEmpty()) {
            return Receipt.conflict(step.operation(), found.version(), found.conflicts());
        }
        try {
            return append(step, expecting(step.context(), found.version()));
        } catch (StoreException.VersionStale e) {
            if (attempt == ATTEMPTS) {
                throw e;
            }
            return merge(step, attempt + 1);
        }
    }

    private Receipt append(SyncStep step, CommandContext context) {
        UUID visit = step.operation().visitId();
        List<VisitEvent> events = new ArrayList<>();
        CommandOutcome outcome =
                store.execute(
                        context,
                        visit,
                        session -> {
                            events.clear();
                            Reporting.carryOut(session, visit, step.command());
                            session.pending().stream()
                                    .map(Recorded::event)
                                    .map(VisitEvent.class::cast)
                                    .forEach(events::add);
                        });
        return receipt(step, outcome, events);
    }

    private static Receipt receipt(SyncStep step, CommandOutcome outcome, List<VisitEvent> events) {
        Receipt.Result result = Receipt.Result.APPLIED;
        if (outcome.replayed()) {
            result = Receipt.Result.DUPLICATE;
        } else if (outcome.version() == events.size() && !events.isEmpty()) {
            result = Receipt.Result.CREATED;
        }
        boolean late = events.stream().anyMatch(e -> e instanceof VisitLogged l && l.late());
        return new Receipt(
                step.operation().operationId(),
                result,
                step.operation().visitId(),
                outcome.version(),
                late,
                events.stream().flatMap(e -> flags(e).stream()).distinct().toList(),
                null,
                false,
                null,
                null);
    }

    private static List<String> flags(VisitEvent event) {
        return switch (event) {
            case VisitStarted e -> e.flags();
            case VisitNoShow e -> e.flags();
            case VisitLogged e -> e.flags();
            default -> List.of();
        };
    }

    private static CommandContext expecting(CommandContext context, int version) {
        return new CommandContext(
                context.commandId(),
                context.requestHash(),
                context.status(),
                OptionalInt.of(version),
                context.actor(),
                context.occurredAt(),
                context.recordedAt(),
                context.traceparent());
    }

    private Receipt rejected(SyncStep step, Problem problem, boolean passing) {
        return Receipt.rejected(
                step.operation().operationId(),
                step.operation().visitId(),
                problem,
                passing ? retryAfter : null);
    }
}
