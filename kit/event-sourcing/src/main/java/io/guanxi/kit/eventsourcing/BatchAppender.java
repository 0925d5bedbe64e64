package io.guanxi.kit.eventsourcing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends a batch in one transaction, and sees to it that everybody in it gets an answer whatever
 * happens.
 */
final class BatchAppender {
    private static final Logger LOG = LoggerFactory.getLogger(BatchAppender.class);
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MS = 50;

    private final DataSource source;
    private final KitMetrics metrics;

    BatchAppender(DataSource source, KitMetrics metrics) {
        this.source = source;
        this.metrics = metrics;
    }

    void append(List<WaitingAppend> batch) {
        try {
            append(batch, 1);
        } catch (RuntimeException e) {
            batch.forEach(one -> one.failed(e));
        } catch (Error e) {
            batch.forEach(one -> one.failed(new IllegalStateException("An append broke off", e)));
            throw e;
        }
    }

    private void append(List<WaitingAppend> batch, int attempt) {
        List<Append> appends = new ArrayList<>(batch.size());
        batch.forEach(one -> appends.add(one.append()));
        try {
            long start = System.nanoTime();
            List<Verdict> verdicts = Transactions.single(source, c -> AppendCall.run(c, appends));
            metrics.appended(batch.size(), Duration.ofNanos(System.nanoTime() - start));
            for (int i = 0; i < batch.size(); i++) {
                Verdict verdict = verdicts.get(i);
                batch.get(i).done(attempt == 1 ? verdict : own(appends.get(i), verdict));
            }
        } catch (SQLException e) {
            afterFailure(batch, attempt, e);
        }
    }

    private void afterFailure(List<WaitingAppend> batch, int attempt, SQLException e) {
        if (Transactions.badData(e)) {
            divide(batch, e);
        } else if (attempt < ATTEMPTS
                && (Transactions.connectionLost(e) || Transactions.lostRace(e))) {
            LOG.warn(
                    "A batch of {} is run again after {} ({})",
                    batch.size(),
                    e.getSQLState(),
                    attempt);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS * attempt));
            append(batch, attempt + 1);
        } else {
            batch.forEach(one -> one.failed(new StoreException.Unavailable(e)));
        }
    }

    /** Only the culprit fails. */
    private void divide(List<WaitingAppend> batch, SQLException e) {
        if (batch.size() == 1) {
            batch.getFirst()
                    .failed(new IllegalArgumentException("The database cannot store this", e));
            return;
        }
        int middle = batch.size() / 2;
        append(batch.subList(0, middle), 1);
        append(batch.subList(middle, batch.size()), 1);
    }

    /**
     * A lost connection leaves open whether the commit took place. The same command id makes the
     * repeat safe: if it did, the answer is the stored one, and it is this command's own.
     */
    private static Verdict own(Append append, Verdict verdict) {
        return verdict instanceof Verdict.Replayed known
                        && append.mainStream().equals(known.stream())
                        && append.mainVersion() == known.version()
                ? new Verdict.Won(0)
                : verdict;
    }
}
