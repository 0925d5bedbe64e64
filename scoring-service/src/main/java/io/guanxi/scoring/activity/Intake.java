package io.guanxi.scoring.activity;

import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes facts in, a batch with a handful of statements however long it is: each once by (source,
 * id), with the totals that the scores read, in the caller's transaction.
 */
@ApplicationScoped
public class Intake {
    /** So many old facts at once are a bulk load, and risks wait for its end. */
    private static final int BULK = 500;

    private static final Duration OLD = Duration.ofDays(3);

    private final ZoneId zone;

    @Inject
    Intake(BusinessClock clock) {
        this(clock.zone());
    }

    Intake(ZoneId zone) {
        this.zone = zone;
    }

    /** What became of a fact. */
    record Taken(FactResult.Outcome outcome, Rejection rejection) {
        static final Taken ACCEPTED = new Taken(FactResult.Outcome.ACCEPTED, null);
        static final Taken DUPLICATE = new Taken(FactResult.Outcome.DUPLICATE, null);
        static final Taken UNRESOLVED = new Taken(FactResult.Outcome.UNRESOLVED, null);
        static final Taken CHANGED = new Taken(FactResult.Outcome.REJECTED, Rejection.changed());
    }

    /** Takes the facts in and answers in their order. */
    List<Taken> take(Connection connection, List<IncomingFact> facts, Instant now)
            throws SQLException {
        Map<IncomingFact.Key, IncomingFact> firsts = new LinkedHashMap<>();
        facts.forEach(fact -> firsts.putIfAbsent(fact.key(), fact));
        Map<IncomingFact.Key, Taken> taken = takeFirsts(connection, firsts, now);
        List<Taken> answers = new ArrayList<>(facts.size());
        List<IncomingFact> changed = new ArrayList<>();
        Set<IncomingFact.Key> seen = new HashSet<>();
        for (IncomingFact fact : facts) {
            Taken answer =
                    seen.add(fact.key())
                            ? taken.get(fact.key())
                            : repeated(fact, firsts.get(fact.key()));
            answers.add(answer);
            if (answer.outcome() == FactResult.Outcome.REJECTED) {
                changed.add(fact);
            }
        }
        Rejections.keepChanged(connection, changed, now);
        Instant old = now.minus(OLD);
        if (facts.stream().filter(fact -> fact.fact().at().isBefore(old)).count() >= BULK) {
            BulkIntake.begin(connection);
        }
        return answers;
    }

    private static Taken repeated(IncomingFact fact, IncomingFact first) {
        return fact.digest().equals(first.digest()) ? Taken.DUPLICATE : Taken.CHANGED;
    }

    private Map<IncomingFact.Key, Taken> takeFirsts(
            Connection connection, Map<IncomingFact.Key, IncomingFact> firsts, Instant now)
            throws SQLException {
        Map<ExternalId, UUID> clients = ClientNumbers.find(connection, numbers(firsts));
        List<ResolvedFact> known = new ArrayList<>();
        List<IncomingFact> unknown = new ArrayList<>();
        for (IncomingFact fact : firsts.values()) {
            UUID client = clients.get(fact.number());
            if (client == null) {
                unknown.add(fact);
            } else {
                known.add(ResolvedFact.of(fact, client, zone));
            }
        }
        Map<IncomingFact.Key, Taken> taken = new HashMap<>();
        if (!known.isEmpty()) {
            takeKnown(connection, known, now, taken);
        }
        if (!unknown.isEmpty()) {
            letWait(connection, unknown, now, taken);
        }
        return taken;
    }

    private static List<ExternalId> numbers(Map<IncomingFact.Key, IncomingFact> facts) {
        return facts.values().stream().map(IncomingFact::number).distinct().toList();
    }

    private static void takeKnown(
            Connection connection,
            List<ResolvedFact> facts,
            Instant now,
            Map<IncomingFact.Key, Taken> taken)
            throws SQLException {
        Set<IncomingFact.Key> fresh = ActivityRows.insert(connection, facts, now);
        List<ResolvedFact> counted = new ArrayList<>(fresh.size());
        List<IncomingFact> repeated = new ArrayList<>();
        for (ResolvedFact fact : facts) {
            if (fresh.contains(fact.key())) {
                counted.add(fact);
                taken.put(fact.key(), Taken.ACCEPTED);
            } else {
                repeated.add(fact.incoming());
            }
        }
        compare(repeated, ActivityRows.digests(connection, repeated), taken);
        FactTotals.add(connection, counted);
        ChurnDue.touch(connection, counted.stream().map(ResolvedFact::client).distinct().toList());
    }

    private static void letWait(
            Connection connection,
            List<IncomingFact> facts,
            Instant now,
            Map<IncomingFact.Key, Taken> taken)
            throws SQLException {
        Map<IncomingFact.Key, UUID> known = ActivityRows.digests(connection, facts);
        List<IncomingFact> repeated = new ArrayList<>();
        List<IncomingFact> waiting = new ArrayList<>();
        facts.forEach(fact -> (known.containsKey(fact.key()) ? repeated : waiting).add(fact));
        compare(repeated, known, taken);
        Set<IncomingFact.Key> fresh = UnresolvedRows.insert(connection, waiting, now);
        List<IncomingFact> waitingAlready = new ArrayList<>();
        for (IncomingFact fact : waiting) {
            if (fresh.contains(fact.key())) {
                taken.put(fact.key(), Taken.UNRESOLVED);
            } else {
                waitingAlready.add(fact);
            }
        }
        compare(waitingAlready, UnresolvedRows.digests(connection, waitingAlready), taken);
    }

    private static void compare(
            List<IncomingFact> facts,
            Map<IncomingFact.Key, UUID> digests,
            Map<IncomingFact.Key, Taken> taken) {
        for (IncomingFact fact : facts) {
            boolean same = fact.digest().equals(digests.get(fact.key()));
            taken.put(fact.key(), same ? Taken.DUPLICATE : Taken.CHANGED);
        }
    }
}
