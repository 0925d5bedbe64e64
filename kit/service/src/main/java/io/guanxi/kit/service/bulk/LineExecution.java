package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.http.CommandProblems;
import io.guanxi.kit.service.http.Outages;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries lines out, some hundreds in one append, each with a result of its own. A batch that fails
 * as a whole is halved until the culprit stands alone.
 */
@ApplicationScoped
class LineExecution {
    private static final Logger LOG = Logger.getLogger(LineExecution.class);
    private static final long LARGEST_BYTES = 2L << 20;
    private static final String REPEATED = "line.repeated";
    private static final String FAILED = "line.failed";

    private final EventStore store;
    private final BusinessClock clock;
    private final int largest;

    LineExecution(
            EventStore store,
            BusinessClock clock,
            @ConfigProperty(name = "guanxi.imports.lines-an-append") int largest) {
        this.store = store;
        this.clock = clock;
        this.largest = largest;
    }

    /**
     * The results of all lines, in their order.
     *
     * @throws StoreException the store is away or too busy; what is stored is known the next time
     */
    <T> List<LineResult> run(BulkKind<T> kind, ImportRun run, List<RawLine> lines) {
        return new Lines<>(kind, run).all(lines);
    }

    /** Some lines of one import on their way. */
    private final class Lines<T> {
        private final BulkKind<T> kind;
        private final ImportRun run;
        private final Map<Integer, LineResult> results = new HashMap<>();

        private Lines(BulkKind<T> kind, ImportRun run) {
            this.kind = kind;
            this.run = run;
        }

        private List<LineResult> all(List<RawLine> lines) {
            Map<UUID, BulkLine<T>> firsts = new java.util.LinkedHashMap<>();
            List<BulkLine<T>> repeated = new ArrayList<>();
            for (RawLine line : lines) {
                read(line, firsts, repeated);
            }
            List<BulkLine<T>> fresh = fresh(List.copyOf(firsts.values()));
            batches(fresh, lines).forEach(batch -> append(batch, 0));
            repeated.forEach(line -> repeat(line, firsts.get(line.target())));
            if (run.dry()) {
                run.decided().addAll(made(firsts.values()));
                run.rehearsal().forget(firsts.keySet());
            }
            return lines.stream().map(line -> results.get(line.number())).toList();
        }

        /** So many lines and so many bytes: an append has seconds, not minutes. */
        private List<List<BulkLine<T>>> batches(List<BulkLine<T>> fresh, List<RawLine> lines) {
            Map<Integer, Integer> bytes = new HashMap<>();
            lines.forEach(line -> bytes.put(line.number(), line.json().length));
            List<List<BulkLine<T>>> batches = new ArrayList<>();
            List<BulkLine<T>> batch = new ArrayList<>();
            long size = 0;
            for (BulkLine<T> line : fresh) {
                batch.add(line);
                size += bytes.get(line.number());
                if (batch.size() == largest || size >= LARGEST_BYTES) {
                    batches.add(batch);
                    batch = new ArrayList<>();
                    size = 0;
                }
            }
            if (!batch.isEmpty()) {
                batches.add(batch);
            }
            return batches;
        }

        private void read(RawLine line, Map<UUID, BulkLine<T>> firsts, List<BulkLine<T>> repeated) {
            try {
                BulkLine<T> read = kind.read(line, run.chosen(line.number()));
                if (firsts.putIfAbsent(read.target(), read) != null) {
                    repeated.add(read);
                }
            } catch (Problem wrong) {
                keep(
                        LineResult.invalid(
                                line.number(), wrong.code(), wrong.getMessage(), wrong.errors()));
            }
        }

        /** Those that are neither there already nor plainly refused. */
        private List<BulkLine<T>> fresh(List<BulkLine<T>> lines) {
            Set<UUID> existing = new HashSet<>(kind.existing(lines));
            Set<UUID> ours =
                    existing.isEmpty() || run.dry()
                            ? Set.of()
                            : store.touched(existing, run.commands(lines));
            lines.stream()
                    .map(BulkLine::target)
                    .filter(run.decided()::contains)
                    .forEach(existing::add);
            List<BulkLine<T>> unknown = new ArrayList<>();
            for (BulkLine<T> line : lines) {
                if (ours.contains(line.target())) {
                    keep(LineResult.created(line.number(), line.id()));
                } else if (existing.contains(line.target())) {
                    keep(LineResult.existing(line.number(), line.id()));
                } else {
                    unknown.add(line);
                }
            }
            Map<Integer, Refusal> refusals = kind.refusals(unknown, run.decided()::contains);
            unknown.stream()
                    .filter(line -> refusals.containsKey(line.number()))
                    .forEach(line -> refuse(line, refusals.get(line.number())));
            return unknown.stream().filter(line -> !refusals.containsKey(line.number())).toList();
        }

        private void append(List<BulkLine<T>> batch, int attempt) {
            run.pause().run();
            Map<Integer, Refusal> refused = new HashMap<>();
            try {
                boolean done = execute(batch, attempt, refused);
                if (!done && refused.size() < batch.size()) {
                    append(batch, attempt + 1);
                    return;
                }
            } catch (CommandRefused taken) {
                if (!halved(batch)) {
                    refuse(batch.getFirst(), taken.refusal());
                }
                return;
            } catch (RuntimeException failure) {
                if (passing(failure)) {
                    throw failure;
                }
                if (!halved(batch)) {
                    fail(batch.getFirst(), failure);
                }
                return;
            }
            for (BulkLine<T> line : batch) {
                Refusal why = refused.get(line.number());
                if (why == null) {
                    keep(LineResult.created(line.number(), line.id()));
                } else {
                    refuse(line, why);
                }
            }
        }

        /** False: this command was carried out before, with other lines of the same import. */
        private boolean execute(
                List<BulkLine<T>> batch, int attempt, Map<Integer, Refusal> refused) {
            int[] tries = {0};
            Consumer<Session> script =
                    session -> {
                        refused.clear();
                        session.preload(streams(batch, tries[0]++ > 0));
                        kind.decide(session, batch, (line, why) -> refused.put(line.number(), why));
                    };
            BulkLine<T> first = batch.getFirst();
            CommandContext context = run.context(first.number(), attempt, clock.now());
            if (run.dry()) {
                run.rehearsal().execute(context, first.target(), script);
                return true;
            }
            kind.prepare(batch);
            return !store.execute(context, first.target(), run.memory(), script).replayed();
        }

        /** The targets are taken for new; only if that was wrong are they read. */
        private Set<UUID> streams(List<BulkLine<T>> batch, boolean targets) {
            Set<UUID> streams = new HashSet<>();
            for (BulkLine<T> line : batch) {
                streams.addAll(kind.streams(line));
                if (targets) {
                    streams.add(line.target());
                }
            }
            return streams;
        }

        private boolean halved(List<BulkLine<T>> batch) {
            if (batch.size() == 1) {
                return false;
            }
            append(batch.subList(0, batch.size() / 2), 0);
            append(batch.subList(batch.size() / 2, batch.size()), 0);
            return true;
        }

        private void repeat(BulkLine<T> line, BulkLine<T> first) {
            keep(
                    results.get(first.number()).result().failed()
                            ? LineResult.refused(
                                    line.number(),
                                    line.id(),
                                    REPEATED,
                                    "An earlier line has the same id and was refused.")
                            : LineResult.existing(line.number(), line.id()));
        }

        private List<UUID> made(Iterable<BulkLine<T>> lines) {
            List<UUID> made = new ArrayList<>();
            for (BulkLine<T> line : lines) {
                if (results.get(line.number()).result() == LineResult.Outcome.CREATED) {
                    made.add(line.target());
                }
            }
            return made;
        }

        private void refuse(BulkLine<T> line, Refusal why) {
            keep(LineResult.refused(line.number(), line.id(), why.code(), why.detail()));
        }

        private void fail(BulkLine<T> line, RuntimeException failure) {
            String code = FAILED;
            String detail = "The line could not be carried out; it has been logged.";
            if (failure instanceof StoreException known) {
                Problem problem = CommandProblems.of(known);
                code = problem.code();
                detail = problem.getMessage();
            } else if (failure instanceof Problem problem) {
                code = problem.code();
                detail = problem.getMessage();
            } else {
                LOG.errorf(failure, "Line %d of import %s failed", line.number(), run.id());
            }
            keep(LineResult.refused(line.number(), line.id(), code, detail));
        }

        private void keep(LineResult result) {
            results.put(result.line(), result);
        }
    }

    /** Whether it is not the lines' fault. */
    private static boolean passing(RuntimeException failure) {
        if (failure instanceof StoreException.Busy
                || failure instanceof StoreException.Unavailable
                || failure instanceof StoreException.IdempotencyMismatch
                || failure instanceof ImportStopped) {
            return true;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (Outages.isOutage(t)) {
                return true;
            }
        }
        return false;
    }
}
