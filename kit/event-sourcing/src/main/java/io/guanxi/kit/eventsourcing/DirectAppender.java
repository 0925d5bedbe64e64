package io.guanxi.kit.eventsourcing;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each append is a transaction of its own, in one round trip. */
final class DirectAppender implements Appender {
    private static final Logger LOG = LoggerFactory.getLogger(DirectAppender.class);
    private static final int ATTEMPTS = 3;

    private final DataSource source;

    DirectAppender(DataSource source) {
        this.source = source;
    }

    /**
     * A lost connection leaves open whether the commit took place. The same command id makes the
     * repeat safe: if it did, the answer is the stored one, and it is this command's own.
     */
    @Override
    public Verdict append(Append append) {
        for (int attempt = 1; ; attempt++) {
            try {
                Verdict verdict = once(append);
                return attempt > 1 ? own(append, verdict) : verdict;
            } catch (SQLException e) {
                if (Transactions.badData(e)) {
                    throw new IllegalArgumentException("The database cannot store this", e);
                }
                if (attempt == ATTEMPTS || !worthRepeating(e)) {
                    throw new StoreException.Unavailable(e);
                }
                LOG.warn("An append is run again after {} ({})", e.getSQLState(), attempt);
            }
        }
    }

    private Verdict once(Append append) throws SQLException {
        return Transactions.single(
                source, connection -> AppendCall.run(connection, List.of(append)).getFirst());
    }

    private static boolean worthRepeating(SQLException e) {
        return Transactions.connectionLost(e) || Transactions.lostRace(e);
    }

    private static Verdict own(Append append, Verdict verdict) {
        return verdict instanceof Verdict.Replayed known
                        && append.mainStream().equals(known.stream())
                        && append.mainVersion() == known.version()
                ? new Verdict.Won(0)
                : verdict;
    }
}
