package io.guanxi.client.registration;

import io.guanxi.client.body.Bodies;
import io.guanxi.client.body.ImportReport;
import io.guanxi.client.body.Lines;
import io.guanxi.client.registration.Batches.Entry;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Many clients at once. What is plainly known or taken is answered first; the rest of a manager's
 * lines go in as one append; if that is refused (somebody was faster), each line is tried alone.
 */
@ApplicationScoped
class ClientImport {
    private static final Logger LOG = Logger.getLogger(ClientImport.class);
    private static final int CREATED = 201;

    private final Bodies bodies;
    private final Requests requests;
    private final BusinessClock clock;
    private final KnownClients known;
    private final Registering registering;
    private final BatchRegistering batches;

    ClientImport(
            Bodies bodies,
            Requests requests,
            BusinessClock clock,
            KnownClients known,
            Registering registering,
            BatchRegistering batches) {
        this.bodies = bodies;
        this.requests = requests;
        this.clock = clock;
        this.known = known;
        this.registering = registering;
        this.batches = batches;
    }

    ImportReport run(InputStream in) {
        long begun = System.nanoTime();
        Lines<ClientLine> lines = Lines.read(in, line -> ClientLine.of(line, bodies));
        UUID request = requests.create(null, lines.digest()).context().commandId();
        List<ImportReport.Line> results = new ArrayList<>(lines.bad());
        List<Entry> entries = new ArrayList<>();
        Instant now = clock.now();
        for (Lines.Line<ClientLine> line : lines.read()) {
            read(line, request, now, entries, results);
        }
        List<Entry> fresh = known.fresh(entries, results);
        for (Batches.Batch batch : Batches.of(fresh)) {
            register(batch, lines.digest(), request, results);
        }
        ImportReport report = ImportReport.of(results);
        LOG.infof(
                "Imported %d of %d clients in %d ms",
                report.created(), report.lines(), (System.nanoTime() - begun) / 1_000_000);
        return report;
    }

    private static void read(
            Lines.Line<ClientLine> line,
            UUID request,
            Instant now,
            List<Entry> entries,
            List<ImportReport.Line> results) {
        ClientLine body = line.body();
        String rmId = body.owner().rmId();
        Instant since = body.owner().rmSince() == null ? now : body.owner().rmSince();
        if (body.client().unitId() == null || since.isAfter(now)) {
            String what =
                    body.client().unitId() == null
                            ? "unitId must be given"
                            : "rmSince must not be in the future";
            results.add(ImportReport.Line.invalid(line.number(), "field.invalid", what, List.of()));
            return;
        }
        UUID id = body.client().id();
        UUID chosen = id == null ? Uuids.v5(request, "line" + line.number()) : id;
        entries.add(
                new Entry(
                        line.number(),
                        Newcomer.of(chosen, body.client(), body.client().unitId(), rmId, since)));
    }

    private void register(
            Batches.Batch batch, String digest, UUID request, List<ImportReport.Line> results) {
        UUID command = Uuids.v5(request, batch.name());
        try {
            batches.register(batch, requests.of(command, digest, CREATED));
            batch.entries()
                    .forEach(
                            e ->
                                    results.add(
                                            ImportReport.Line.created(
                                                    e.line(), e.client().id().toString())));
        } catch (CommandRefused refused) {
            for (Entry entry : batch.entries()) {
                results.add(alone(entry, digest, request));
            }
        }
    }

    private ImportReport.Line alone(Entry entry, String digest, UUID request) {
        String id = entry.client().id().toString();
        CommandContext context =
                requests.of(Uuids.v5(request, "line" + entry.line()), digest, CREATED);
        try {
            registering.register(entry.client(), context);
            return ImportReport.Line.created(entry.line(), id);
        } catch (CommandRefused refused) {
            return ImportReport.Line.refused(
                    entry.line(), id, refused.refusal().code(), refused.refusal().detail());
        } catch (Problem problem) {
            return ImportReport.Line.refused(
                    entry.line(), id, problem.code(), problem.getMessage());
        } catch (StoreException.WrongKind wrong) {
            return ImportReport.Line.refused(
                    entry.line(), id, "client.id-taken", wrong.getMessage());
        }
    }
}
