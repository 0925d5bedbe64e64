package io.guanxi.visit.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.KnownCommand;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.http.CommandProblems;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.visit.lifecycle.AppointmentChange;
import io.guanxi.visit.lifecycle.VisitCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which operations of a batch may be carried out. It waits for news of clients once for the
 * whole batch; whatever the reason for a no, a foreign client looks like an unknown one.
 */
@ApplicationScoped
class SyncAdmission {
    private static final int OK = 200;

    private final Admission admission;
    private final Reporting reporting;
    private final Translation translation;
    private final Bodies bodies;
    private final KnownVisits visits;
    private final EventStore store;
    private final Requests requests;
    private final Duration retryAfter;

    SyncAdmission(
            Admission admission,
            Reporting reporting,
            Translation translation,
            Bodies bodies,
            KnownVisits visits,
            EventStore store,
            Requests requests,
            @ConfigProperty(name = "guanxi.visit.retry-after") Duration retryAfter) {
        this.admission = admission;
        this.reporting = reporting;
        this.translation = translation;
        this.bodies = bodies;
        this.visits = visits;
        this.store = store;
        this.requests = requests;
        this.retryAfter = retryAfter;
    }

    /** The steps by their place in the batch; the others get their receipts here. */
    Map<Integer, SyncStep> admit(
            Map<Integer, SyncOperation> operations, DeviceClock clock, Receipt[] receipts) {
        Round round = new Round(fresh(operations, receipts), clock, receipts);
        round.tryAll();
        admission.patiently(
                () -> {
                    if (!round.waiting.isEmpty()) {
                        round.tryAgain();
                    }
                    return round.waiting.isEmpty();
                });
        round.waiting.forEach((i, no) -> receipts[i] = no);
        return round.inOrder();
    }

    /** A phone that sends a day again is answered, whatever has become of the book since. */
    private Map<Integer, SyncOperation> fresh(
            Map<Integer, SyncOperation> operations, Receipt[] receipts) {
        Map<UUID, KnownCommand> done =
                store.known(operations.values().stream().map(SyncOperation::commandId).toList());
        Map<Integer, SyncOperation> fresh = new LinkedHashMap<>(operations);
        operations.forEach(
                (i, operation) -> {
                    KnownCommand before = done.get(operation.commandId());
                    if (before != null) {
                        receipts[i] = again(operation, before);
                        fresh.remove(i);
                    }
                });
        return fresh;
    }

    private Receipt again(SyncOperation operation, KnownCommand before) {
        CommandContext context = requests.of(operation.commandId(), operation, OK);
        return store.repeats(context, before)
                ? Receipt.duplicate(operation, before.version())
                : Receipt.rejected(
                        operation.operationId(),
                        operation.visitId(),
                        CommandProblems.of(new StoreException.IdempotencyMismatch()),
                        null);
    }

    /** One batch on its way through admission. */
    private final class Round {
        private final Map<Integer, SyncOperation> operations;
        private final DeviceClock clock;
        private final Receipt[] receipts;
        private final Map<UUID, KnownVisit> known;
        private final Map<UUID, UUID> planned = new HashMap<>();
        private final Map<Integer, SyncStep> admitted = new HashMap<>();
        private Map<Integer, Receipt> waiting = new LinkedHashMap<>();

        private Round(
                Map<Integer, SyncOperation> operations, DeviceClock clock, Receipt[] receipts) {
            this.operations = operations;
            this.clock = clock;
            this.receipts = receipts;
            this.known =
                    visits.byIds(
                            operations.values().stream()
                                    .map(SyncOperation::visitId)
                                    .distinct()
                                    .toList());
        }

        private void tryAll() {
            operations.keySet().forEach(this::tryOne);
        }

        private void tryAgain() {
            List<Integer> again = List.copyOf(waiting.keySet());
            waiting = new LinkedHashMap<>();
            again.forEach(this::tryOne);
        }

        private void tryOne(int i) {
            SyncOperation operation = operations.get(i);
            try {
                admitted.put(i, step(operation));
            } catch (Problem e) {
                Duration again = e.status() == 404 ? retryAfter : null;
                Receipt no =
                        Receipt.rejected(operation.operationId(), operation.visitId(), e, again);
                if (again == null) {
                    receipts[i] = no;
                } else {
                    waiting.put(i, no);
                }
            }
        }

        private SyncStep step(SyncOperation operation) {
            return switch (operation.type()) {
                case PLAN -> plan(operation);
                case CHANGE -> {
                    AppointmentChange change = bodies.change(operation.patch());
                    yield asked(operation, new VisitCommand.ChangeVisit(change), change);
                }
                case CONFIRM -> {
                    ConfirmBody body = bodies.read(operation.body(), ConfirmBody.class);
                    yield asked(operation, new VisitCommand.ConfirmVisit(body.note()), null);
                }
                case CANCEL -> {
                    CancelBody body = bodies.read(operation.body(), CancelBody.class);
                    yield asked(
                            operation,
                            new VisitCommand.CancelVisit(body.reasonCode(), body.note()),
                            null);
                }
                case START -> reported(operation, StartBody.class);
                case LOG -> reported(operation, LogBody.class);
                case NO_SHOW -> reported(operation, NoShowBody.class);
            };
        }

        private SyncStep plan(SyncOperation operation) {
            PlanBody body = bodies.read(withClient(operation), PlanBody.class);
            if (!admission.readable(body.clientId())) {
                throw Problem.notFound("client.unknown");
            }
            String rmId = admission.visitor(body.rmId() == null ? operation.rmId() : body.rmId());
            Instant written = clock.corrected(operation.occurredAt());
            planned.put(operation.visitId(), body.clientId());
            return step(operation, translation.plan(body, rmId, written), written, null);
        }

        /** The client may stand beside the body or in it. */
        private ObjectNode withClient(SyncOperation o) {
            ObjectNode body = o.patch().deepCopy();
            if (o.clientId() != null && !body.has("clientId")) {
                body.put("clientId", o.clientId().toString());
            }
            return body;
        }

        private SyncStep asked(
                SyncOperation operation, VisitCommand command, AppointmentChange change) {
            UUID visit = operation.visitId();
            UUID clientId =
                    known.containsKey(visit) ? known.get(visit).clientId() : planned.get(visit);
            if (clientId == null || !admission.readable(clientId)) {
                throw Problem.notFound("visit.unknown");
            }
            return step(operation, command, clock.corrected(operation.occurredAt()), change);
        }

        private SyncStep reported(SyncOperation operation, Class<? extends ReportBody> type) {
            ReportBody body = bodies.read(operation.body(), type);
            UUID said = body.clientId() == null ? operation.clientId() : body.clientId();
            UUID clientId = said == null ? planned.get(operation.visitId()) : said;
            String rmId = body.rmId() == null ? operation.rmId() : body.rmId();
            KnownVisit visit = known.get(operation.visitId());
            Reporting.Sent sent =
                    new Reporting.Sent(
                            operation.visitId(), body, clientId, rmId, operation.occurredAt());
            Reporting.Told told = reporting.told(sent, visit, clock);
            if (!reporting.mayReport(told, visit)) {
                throw Reporting.refusal(sent);
            }
            return step(operation, told.command(), told.at(), null);
        }

        private SyncStep step(
                SyncOperation operation,
                VisitCommand command,
                Instant at,
                AppointmentChange change) {
            CommandContext context =
                    requests.of(operation.commandId(), operation, OK).occurring(at);
            return new SyncStep(operation, command, context, change);
        }

        private Map<Integer, SyncStep> inOrder() {
            Map<Integer, SyncStep> steps = new LinkedHashMap<>();
            operations.keySet().stream()
                    .filter(admitted::containsKey)
                    .forEach(i -> steps.put(i, admitted.get(i)));
            return steps;
        }
    }
}
