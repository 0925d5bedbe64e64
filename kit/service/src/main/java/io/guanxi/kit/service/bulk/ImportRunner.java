package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.runtime.Backlog;
import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out the imports that wait, one after the other, chunk by chunk. A chunk whose process
 * died is done again, by whoever comes next, and stores nothing twice.
 */
@ApplicationScoped
class ImportRunner implements DueWork {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final String TIMER = "imports";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final ImportTable table;
    private final ImportTurn turn;
    private final StagedLines staged;
    private final LineExecution execution;
    private final EventStore store;
    private final Backlog backlog;
    private final Timers timers;
    private final List<ImportKind> kinds;
    private final Duration kept;
    private volatile boolean stopped;

    ImportRunner(
            ImportTable table,
            ImportTurn turn,
            StagedLines staged,
            LineExecution execution,
            EventStore store,
            Backlog backlog,
            Timers timers,
            @All List<ImportKind> kinds,
            @ConfigProperty(name = "guanxi.imports.results-kept") Duration kept) {
        this.table = table;
        this.turn = turn;
        this.staged = staged;
        this.execution = execution;
        this.store = store;
        this.backlog = backlog;
        this.timers = timers;
        this.kinds = kinds;
        this.kept = kept;
    }

    void start(@Observes StartupEvent started) {
        if (!kinds.isEmpty()) {
            timers.every(TIMER, PAUSE, () -> turn.ifMine(this::run));
        }
    }

    /** Before the store closes. */
    void stop(@Observes @Priority(1) ShutdownEvent ending) {
        stopped = true;
    }

    void poke() {
        timers.poke(TIMER);
    }

    @Override
    public String name() {
        return TIMER;
    }

    @Override
    public long due(Instant now) {
        return kinds.isEmpty() ? 0 : table.waiting();
    }

    private void run() {
        table.abandoned(SILENCE).forEach(this::abandon);
        table.forgetOlder(kept);
        Optional<ImportTable.Stored> job = table.next();
        while (job.isPresent() && !stopped) {
            run(job.get());
            job = table.next();
        }
    }

    private void run(ImportTable.Stored stored) {
        ImportJob job = stored.job();
        long begun = System.nanoTime();
        if (job.dryRun()) {
            table.restart(job.id());
        }
        if (!table.start(job.id())) {
            return;
        }
        LOG.infof("Import %s of %d %s runs", job.id(), job.lines(), job.kind());
        ChunkWork work = work(kind(job.kind()), stored);
        try {
            while (chunk(work, job)) {
                LOG.debugf("A chunk of import %s is done", job.id());
            }
        } catch (ImportStopped waits) {
            LOG.infof("Import %s goes on later", job.id());
            return;
        }
        LOG.infof("Import %s: %d ms", job.id(), (System.nanoTime() - begun) / 1_000_000);
    }

    /** Whether there may be more. */
    private boolean chunk(ChunkWork work, ImportJob job) {
        Optional<ImportTable.Chunk> chunk = table.chunk(job.id());
        if (chunk.isEmpty()) {
            // The key first: were it the other way round, a crash could leave it.
            staged.destroy(job.id());
            table.end(job.id(), ImportJob.State.DONE);
            return false;
        }
        int number = chunk.get().number();
        return work.record(number, staged.open(job.id(), number, chunk.get().sealed()));
    }

    /** How the chunks of one job are done. */
    private interface ChunkWork {
        /** False: the job was ended, or another has done this chunk. */
        boolean record(int chunk, List<RawLine> lines);
    }

    private ChunkWork work(ImportKind kind, ImportTable.Stored stored) {
        ImportJob job = stored.job();
        ImportRun run = of(stored);
        return switch (kind) {
            case BulkKind<?> things ->
                    (chunk, lines) -> {
                        List<LineResult> results = execution.run(things, run, lines);
                        return table.record(job, chunk, _ -> results);
                    };
            case RowKind rows -> {
                RowKind.Taking taking = rows.begin(job.dryRun());
                yield (chunk, lines) -> {
                    run.pause().run();
                    return table.record(job, chunk, connection -> taking.take(connection, lines));
                };
            }
        };
    }

    private ImportRun of(ImportTable.Stored stored) {
        ImportJob job = stored.job();
        CommandContext asked =
                new CommandContext(
                        job.id(),
                        stored.digest(),
                        200,
                        OptionalInt.empty(),
                        job.requestedBy(),
                        job.requestedAt(),
                        job.requestedAt(),
                        stored.traceparent());
        return ImportRun.of(
                job.id(),
                asked,
                stored.digest(),
                job.dryRun() ? store.rehearsal() : null,
                job.dryRun() ? this::unlessStopped : this::whenTheRelayKeepsUp);
    }

    private void unlessStopped() {
        if (stopped) {
            throw new ImportStopped();
        }
    }

    private void whenTheRelayKeepsUp() {
        unlessStopped();
        while (!backlog.keepsUp()) {
            unlessStopped();
        }
    }

    private void abandon(UUID job) {
        staged.destroy(job);
        table.forget(job);
        LOG.infof("Import %s broke off while it came in", job);
    }

    private ImportKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing imports " + name));
    }
}
