package io.guanxi.visit.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** Takes a batch of operations in: reads, admits, carries out, and answers each by itself. */
@ApplicationScoped
class Sync {
    private final Bodies bodies;
    private final SyncAdmission admission;
    private final SyncExecution execution;
    private final SyncWorkers workers;
    private final Settings settings;
    private final BusinessClock clock;

    Sync(
            Bodies bodies,
            SyncAdmission admission,
            SyncExecution execution,
            SyncWorkers workers,
            Settings settings,
            BusinessClock clock) {
        this.bodies = bodies;
        this.admission = admission;
        this.execution = execution;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
    }

    SyncAnswer take(SyncRequest request) {
        DeviceClock device =
                DeviceClock.of(
                        request.deviceTime(),
                        clock.now(),
                        settings.get(DeviceClocks.NAME, DeviceClocks.class));
        Receipt[] receipts = new Receipt[request.operations().size()];
        Map<Integer, SyncOperation> operations = readable(request.operations(), receipts);
        Map<Integer, SyncStep> steps = admission.admit(operations, device, receipts);
        carryOut(steps, receipts);
        return new SyncAnswer(List.of(receipts), device.offset().toMillis());
    }

    private Map<Integer, SyncOperation> readable(List<JsonNode> sent, Receipt[] receipts) {
        Map<Integer, SyncOperation> operations = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            try {
                operations.put(i, bodies.read(sent.get(i), SyncOperation.class));
            } catch (Problem e) {
                receipts[i] = Receipt.rejected(operationId(sent.get(i)), null, e, null);
            }
        }
        return operations;
    }

    private static String operationId(JsonNode sent) {
        JsonNode id = sent == null ? null : sent.get("operationId");
        return id != null && id.isTextual() ? id.textValue() : null;
    }

    private void carryOut(Map<Integer, SyncStep> steps, Receipt[] receipts) {
        Map<UUID, List<Integer>> byVisit = new LinkedHashMap<>();
        steps.forEach(
                (i, step) ->
                        byVisit.computeIfAbsent(step.operation().visitId(), _ -> new ArrayList<>())
                                .add(i));
        List<CompletableFuture<?>> running = new ArrayList<>();
        for (List<Integer> ofOneVisit : byVisit.values()) {
            running.add(start(() -> inOrder(ofOneVisit, steps, receipts)));
        }
        running.forEach(CompletableFuture::join);
    }

    /** When the workers have no room left after all, the caller's own thread does the work. */
    private CompletableFuture<?> start(Runnable work) {
        try {
            return workers.run(
                    () -> {
                        work.run();
                        return null;
                    });
        } catch (RejectedExecutionException e) {
            work.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    private void inOrder(
            List<Integer> ofOneVisit, Map<Integer, SyncStep> steps, Receipt[] receipts) {
        for (int i : ofOneVisit) {
            receipts[i] = execution.carryOut(steps.get(i));
        }
    }
}
