package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.local.chaos.Tally.Command.Add;
import io.guanxi.local.chaos.Tally.Command.Take;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends one command after the other, and each for as long as it takes to know what became of it:
 * also one that an earlier life of this client left open.
 */
final class Client implements Runnable {
    private static final UUID NAMESPACE =
            UUID.nameUUIDFromBytes("guanxi chaos".getBytes(StandardCharsets.UTF_8));
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int LABELS = 10;
    private static final long GENERATION_MS = 15_000;
    private static final int LONGEST_PAUSE_MS = 40;

    private final String name;
    private final Path ledgerFile;
    private final EventStore store;
    private final int hot;
    private final Random random;
    private final AtomicBoolean poisonNext;
    private volatile boolean finishing;

    Client(
            String name,
            Path ledgerFile,
            EventStore store,
            int hot,
            Random random,
            AtomicBoolean poisonNext) {
        this.name = name;
        this.ledgerFile = ledgerFile;
        this.store = store;
        this.hot = hot;
        this.random = random;
        this.poisonNext = poisonNext;
    }

    /** Ends when the command in hand has an answer. */
    void finish() {
        finishing = true;
    }

    @Override
    public void run() {
        try (Ledger ledger = new Ledger(ledgerFile)) {
            Optional<Intent> left = Ledger.open(ledgerFile);
            left.ifPresent(intent -> resolve(ledger, intent));
            while (!finishing) {
                Intent intent = next();
                ledger.intends(intent);
                resolve(ledger, intent);
                pause();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Intent next() {
        UUID command = Uuids.v7();
        if (poisonNext.compareAndSet(true, false)) {
            return Intent.poisonous(command, hotTally());
        }
        UUID tally = hotTally();
        int n = 1 + random.nextInt(9);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> {
                UUID fresh = Uuids.v7();
                yield new Intent(command, Intent.Kind.CREATE, fresh, fresh, n, false, "-");
            }
            case 3, 4, 5 -> new Intent(command, Intent.Kind.TAKE, tally, tally, n * 3, false, "-");
            case 6, 7 -> shift(command, tally, n);
            case 8 -> new Intent(command, Intent.Kind.CLAIM, tally, tally, n, false, label());
            default -> new Intent(command, Intent.Kind.ADD, tally, tally, n, false, "-");
        };
    }

    private Intent shift(UUID command, UUID from, int n) {
        UUID to = hotTally();
        return from.equals(to)
                ? new Intent(command, Intent.Kind.ADD, from, from, n, false, "-")
                : new Intent(command, Intent.Kind.SHIFT, from, to, n, false, "-");
    }

    /** All clients fight for the same few; new ones every while, so that streams stay short. */
    private UUID hotTally() {
        return Uuids.v5(NAMESPACE, generation() + "/" + random.nextInt(hot));
    }

    private String label() {
        return generation() + "/" + random.nextInt(LABELS);
    }

    private static long generation() {
        return System.currentTimeMillis() / GENERATION_MS;
    }

    private void resolve(Ledger ledger, Intent intent) {
        UUID command = intent.command();
        while (true) {
            try {
                CommandContext context = CommandContext.of(command, name, NOW);
                CommandOutcome outcome =
                        store.execute(
                                context, intent.tally(), session -> carryOut(intent, session));
                ledger.acknowledged(command, outcome.version(), outcome.replayed());
                return;
            } catch (CommandRefused e) {
                ledger.refused(command, e.refusal().code());
                return;
            } catch (StoreException.LostRace e) {
                ledger.lostRace(command);
            } catch (StoreException.Busy | StoreException.Unavailable e) {
                ledger.unknown(command);
            } catch (RuntimeException e) {
                ledger.surprised(command, e);
                return;
            }
            pause();
        }
    }

    private static void carryOut(Intent intent, Session session) {
        switch (intent.kind()) {
            case ADD ->
                    session.execute(
                            Tally.TALLY, intent.tally(), new Add(intent.n(), intent.poison()));
            case CREATE -> session.create(Tally.TALLY, intent.tally(), new Add(intent.n(), false));
            case TAKE -> session.execute(Tally.TALLY, intent.tally(), new Take(intent.n()));
            case SHIFT -> {
                session.execute(Tally.TALLY, intent.tally(), new Take(intent.n()));
                session.execute(Tally.TALLY, intent.other(), new Add(intent.n(), false));
            }
            case CLAIM -> {
                session.execute(Tally.TALLY, intent.tally(), new Add(intent.n(), false));
                session.reserve("label", intent.label(), intent.tally(), Tally.No.LABEL_TAKEN);
            }
        }
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1L + random.nextInt(LONGEST_PAUSE_MS)));
    }
}
