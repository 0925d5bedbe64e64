package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.CommandProblems;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Imports as a resource offers them: a short body is answered at once with a result per line, a
 * long one becomes a job.
 */
@ApplicationScoped
public class Imports {
    private final Requests requests;
    private final ImportIntake intake;
    private final LineExecution execution;
    private final ImportTable table;
    private final StagedLines staged;
    private final ImportRunner runner;
    private final EventStore store;
    private final RowStreams streams;

    Imports(
            Requests requests,
            ImportIntake intake,
            LineExecution execution,
            ImportTable table,
            StagedLines staged,
            ImportRunner runner,
            EventStore store,
            RowStreams streams) {
        this.requests = requests;
        this.intake = intake;
        this.execution = execution;
        this.table = table;
        this.staged = staged;
        this.runner = runner;
        this.store = store;
        this.streams = streams;
    }

    /**
     * Takes a body: 200 with an {@link ImportReport} (or what the {@link RowKind} says), or 202
     * with an {@link ImportJob}.
     */
    public Response take(ImportKind kind, HttpHeaders headers, InputStream body, boolean dryRun) {
        CommandContext asked = requests.create(null, kind.name()).context();
        ImportIntake.Taken taken =
                intake.take(kind.name(), dryRun, asked, headers.getMediaType(), body);
        return taken.held() == null
                ? accepted(kind, asked.commandId(), taken)
                : Response.ok(
                                switch (kind) {
                                    case BulkKind<?> things -> atOnce(things, asked, taken, dryRun);
                                    case RowKind rows -> rows.atOnce(taken.held(), dryRun);
                                })
                        .build();
    }

    /** The job; 404 also for another kind's. */
    public ImportJob find(ImportKind kind, UUID id) {
        return table.find(id)
                .map(ImportTable.Stored::job)
                .filter(job -> job.kind().equals(kind.name()))
                .orElseThrow(() -> Problem.notFound("import.unknown"));
    }

    /** Ends a job that has not ended; what it has done stays done. */
    public ImportJob giveUp(ImportKind kind, UUID id) {
        find(kind, id);
        if (table.end(id, ImportJob.State.GIVEN_UP)) {
            staged.destroy(id);
        }
        return find(kind, id);
    }

    /** The results of a job's lines so far: a page, or all as NDJSON for who accepts only that. */
    public Response lines(
            ImportKind kind,
            UUID id,
            boolean failed,
            Paging paging,
            HttpHeaders headers,
            UriInfo uri) {
        find(kind, id);
        int after = paging.after(1, keys -> Integer.parseInt(keys.getFirst())).orElse(0);
        if (RowStreams.asked(headers, Ndjson.TYPE, MediaType.APPLICATION_JSON)) {
            int[] last = {after};
            return streams.ndjson(
                    () -> {
                        List<LineResult> rows = table.lines(id, last[0], failed, Paging.LARGEST);
                        last[0] = rows.isEmpty() ? last[0] : rows.getLast().line();
                        return rows;
                    });
        }
        List<LineResult> rows = table.lines(id, after, failed, paging.fetch());
        Page<LineResult> page =
                paging.page(rows, row -> new String[] {Integer.toString(row.line())});
        return Answers.page(uri, page);
    }

    private ImportReport atOnce(
            BulkKind<?> kind, CommandContext asked, ImportIntake.Taken taken, boolean dryRun) {
        ImportRun run =
                ImportRun.of(
                        asked.commandId(),
                        asked,
                        taken.digest(),
                        dryRun ? store.rehearsal() : null,
                        () -> {});
        return ImportReport.of(execution.run(kind, run, taken.held()), dryRun);
    }

    private Response accepted(ImportKind kind, UUID id, ImportIntake.Taken taken) {
        ImportTable.Stored job =
                table.find(id).orElseThrow(() -> Problem.notFound("import.unknown"));
        if (!Arrays.equals(job.digest(), taken.digest())) {
            throw CommandProblems.of(new StoreException.IdempotencyMismatch());
        }
        runner.poke();
        Response.ResponseBuilder answer =
                Response.accepted(job.job())
                        .header(
                                HttpHeaders.LOCATION,
                                URI.create("/" + kind.name() + "/imports/" + id));
        return taken.repeated() ? answer.header(Answers.REPLAYED, true).build() : answer.build();
    }
}
