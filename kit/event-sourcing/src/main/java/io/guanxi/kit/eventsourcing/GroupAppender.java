package io.guanxi.kit.eventsourcing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets appends that come at the same time share a transaction. An append that finds its writer idle
 * goes directly, on its caller's thread: alone it is not slower than without all this.
 */
final class GroupAppender implements Appender {
    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);
    private static final Duration LOOK_AROUND = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final GroupCommit limits;
    private final BatchAppender batches;
    private final List<Writer> writers = new ArrayList<>();
    private volatile boolean closed;

    GroupAppender(DataSource source, GroupCommit limits, KitMetrics metrics) {
        this.limits = limits;
        this.batches = new BatchAppender(source, metrics);
        for (int i = 0; i < limits.writers(); i++) {
            writers.add(new Writer(i));
        }
    }

    @Override
    public Verdict append(Append append) {
        if (closed) {
            throw new StoreException.Busy();
        }
        int hash = append.mainStream().hashCode();
        int writer = Math.floorMod(hash ^ (hash >>> 16), writers.size());
        WaitingAppend waiting = new WaitingAppend(append);
        writers.get(writer).accept(waiting);
        return waiting.await();
    }

    @Override
    public int waiting() {
        return writers.stream().mapToInt(w -> w.waiting.get()).sum();
    }

    @Override
    public void close() {
        closed = true;
        for (Writer writer : writers) {
            try {
                if (!writer.thread.join(STOP)) {
                    LOG.warn("A writer did not end in {}", STOP);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One of the connections that write, and who waits for it. */
    private final class Writer {
        private final BlockingQueue<WaitingAppend> queue = new ArrayBlockingQueue<>(limits.queue());
        private final ReentrantLock busy = new ReentrantLock();
        private final AtomicInteger waiting = new AtomicInteger();
        private final Thread thread;

        Writer(int number) {
            thread = Thread.ofPlatform().daemon().name("append-" + number).start(this::run);
        }

        void accept(WaitingAppend one) {
            if (waiting.get() == 0 && busy.tryLock()) {
                try {
                    batches.append(List.of(one));
                } finally {
                    busy.unlock();
                }
                return;
            }
            waiting.incrementAndGet();
            if (!queue.offer(one)) {
                waiting.decrementAndGet();
                throw new StoreException.Busy();
            }
        }

        private void run() {
            List<WaitingAppend> deferred = new ArrayList<>();
            while (!closed || !queue.isEmpty() || !deferred.isEmpty()) {
                try {
                    WaitingAppend first =
                            deferred.isEmpty()
                                    ? queue.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)
                                    : deferred.removeFirst();
                    if (first != null) {
                        deferred = write(first, deferred);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (RuntimeException | Error e) {
                    LOG.error("A batch failed unexpectedly", e);
                }
            }
        }

        /** Answers with those that must wait for the next batch. */
        private List<WaitingAppend> write(WaitingAppend first, List<WaitingAppend> deferred) {
            busy.lock();
            try {
                AppendBatch batch = new AppendBatch(limits);
                batch.offer(first);
                List<WaitingAppend> next = new ArrayList<>();
                for (WaitingAppend one : deferred) {
                    addTo(batch, one, next);
                }
                WaitingAppend one;
                while (!batch.isFull()
                        && next.size() < limits.commands()
                        && (one = queue.poll()) != null) {
                    addTo(batch, one, next);
                }
                waiting.addAndGet(-batch.members().size());
                batches.append(batch.members());
                return next;
            } finally {
                busy.unlock();
            }
        }

        private void addTo(AppendBatch batch, WaitingAppend one, List<WaitingAppend> next) {
            if (batch.isFull() || !batch.offer(one)) {
                next.add(one);
            }
        }
    }
}
