package io.guanxi.visit.coverage;

import io.guanxi.contracts.Ids;
import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.MonthsReckoned;
import io.guanxi.visit.coverage.CoverageEvent.ObligationJudged;
import io.guanxi.visit.coverage.CoverageEvent.ObligationMoved;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Compares a new reckoning with what has been published, and says only what moved. */
final class Consequences {
    static final String SERVICE = "visit-service";

    private final Coverage coverage;
    private final Reckoning reckoning;
    private final Instant learnedAt;
    private final Chain chain;
    private final Map<String, Obligation> now = new TreeMap<>();
    private final List<CoverageEvent> events = new ArrayList<>();

    private Consequences(Coverage coverage, Reckoning reckoning, Instant learnedAt) {
        this.coverage = coverage;
        this.reckoning = reckoning;
        this.learnedAt = learnedAt;
        this.chain = Chain.of(coverage.facts(), reckoning);
    }

    /**
     * What a fact comes to.
     *
     * @param from the first instant that it bears on
     */
    static List<CoverageEvent> of(
            Coverage coverage, Instant from, Reckoning reckoning, Instant learnedAt) {
        Consequences consequences = new Consequences(coverage, reckoning, learnedAt);
        consequences.judge();
        consequences.move();
        consequences.count(from);
        return consequences.events;
    }

    /** What a change of the rules comes to; where it moves no date, nothing is said. */
    static List<CoverageEvent> ofRules(Coverage coverage, Reckoning reckoning, Instant learnedAt) {
        Consequences consequences = new Consequences(coverage, reckoning, learnedAt);
        consequences.judge();
        consequences.move();
        if (!consequences.events.isEmpty()) {
            consequences.count(reckoning.since());
        }
        return consequences.events;
    }

    /** What a contact ended is judged before the obligation moves on. */
    private void judge() {
        chain.owed().forEach(o -> now.put(o.cadence().row(), obligation(o)));
        Map<Coverage.Due, ObligationJudged> judgements = new HashMap<>();
        chain.ended().forEach(e -> judgements.put(due(e), judgement(e)));
        withdrawn(judgements.keySet()).forEach(due -> judgements.put(due, cancellation(due)));
        judgements.values().stream()
                .filter(j -> !same(j, coverage.judged().get(due(j))))
                .sorted(
                        Comparator.comparing(ObligationJudged::dueAt)
                                .thenComparing(ObligationJudged::row))
                .forEach(events::add);
    }

    /** Due instants that were published and are no longer part of the chain: the rule changed. */
    private Set<Coverage.Due> withdrawn(Set<Coverage.Due> ended) {
        Set<Coverage.Due> dues = new HashSet<>(coverage.promised());
        dues.addAll(coverage.judged().keySet());
        dues.removeAll(ended);
        now.values().stream()
                .map(o -> new Coverage.Due(o.row(), o.dueAt()))
                .filter(due -> !wronglyReached(due))
                .forEach(dues::remove);
        return dues;
    }

    /** It was thought to be met, and is owed again: what was said of it is taken back. */
    private boolean wronglyReached(Coverage.Due due) {
        ObligationJudged judged = coverage.judged().get(due);
        return judged != null && judged.outcome() != Outcome.CANCELLED;
    }

    private void move() {
        now.forEach(
                (row, obligation) -> {
                    if (obligation.movedFrom(coverage.obligations().get(row))) {
                        events.add(new ObligationMoved(obligation));
                    }
                });
        new TreeMap<>(coverage.obligations())
                .forEach(
                        (row, before) -> {
                            if (before.open() && !now.containsKey(row)) {
                                events.add(
                                        new ObligationMoved(
                                                before.cancelled(reckoning.settingsVersion())));
                            }
                        });
    }

    /** A fact can change its own month and later ones; F5 of months to come follows from dates. */
    private void count(Instant news) {
        YearMonth first = reckoning.month(news);
        YearMonth last = later(first, reckoning.month(coverage.facts().lastAt()));
        YearMonth until = coverage.until() == null ? null : YearMonth.parse(coverage.until());
        if (until != null) {
            last = later(last, until);
        }
        if (until != null && until.plusMonths(1).isBefore(first)) {
            first = until.plusMonths(1);
        }
        List<MonthShare> changed = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            MonthShare share = Months.of(month, coverage.facts(), reckoning);
            MonthShare before = coverage.months().get(share.month());
            if (before == null ? share.due() > 0 : !before.equals(share)) {
                changed.add(share);
            }
        }
        if (!changed.isEmpty() || until == null || until.isBefore(last)) {
            events.add(new MonthsReckoned(coverage.clientId(), changed, last.toString()));
        }
    }

    private static YearMonth later(YearMonth a, YearMonth b) {
        return a.isAfter(b) ? a : b;
    }

    private Obligation obligation(Owed owed) {
        Cadence cadence = owed.cadence();
        String key = key(coverage.clientId(), cadence.row());
        Instant openedAt = owed.openedAt(reckoning);
        Instant dueAt = owed.dueAt(reckoning);
        ContactNoted contact = owed.contact();
        return new Obligation(
                coverage.clientId(),
                id(cadence.kind(), cadence.row()),
                cadence.kind(),
                key,
                cadence.row(),
                chain.ownerId(),
                contact == null ? null : contact.at(),
                contact == null ? null : contact.visitId(),
                openedAt,
                reckoning.warnAt(openedAt, dueAt),
                dueAt,
                true,
                reckoning.settingsVersion());
    }

    private ObligationJudged judgement(Chain.Ended ended) {
        return new ObligationJudged(
                coverage.clientId(),
                ended.cadence().row(),
                ended.cadence().kind(),
                id(ended.cadence().kind(), ended.cadence().row()),
                ended.ownerId(),
                ended.dueAt(),
                ended.outcome(),
                ended.by().at(),
                ended.by().learnedAt());
    }

    private ObligationJudged cancellation(Coverage.Due due) {
        ObligationJudged before = coverage.judged().get(due);
        Obligation last = coverage.obligations().get(due.row());
        String kind = before == null ? last.kind() : before.kind();
        return new ObligationJudged(
                coverage.clientId(),
                due.row(),
                kind,
                id(kind, due.row()),
                before == null ? last.ownerId() : before.ownerId(),
                due.at(),
                Outcome.CANCELLED,
                null,
                learnedAt);
    }

    private UUID id(String kind, String row) {
        return id(coverage.clientId(), kind, row);
    }

    static UUID id(UUID clientId, String kind, String row) {
        return Ids.obligation(SERVICE, kind, key(clientId, row));
    }

    /** Several rules may hold for a client at once, so the row belongs to the subject. */
    private static String key(UUID clientId, String row) {
        return clientId + "/" + row;
    }

    private static Coverage.Due due(Chain.Ended ended) {
        return new Coverage.Due(ended.cadence().row(), ended.dueAt());
    }

    private Coverage.Due due(ObligationJudged judged) {
        return new Coverage.Due(judged.row(), judged.dueAt());
    }

    /** When a cancellation was learned does not make it another one. */
    private static boolean same(ObligationJudged one, ObligationJudged other) {
        return other != null
                && one.outcome() == other.outcome()
                && Objects.equals(one.ownerId(), other.ownerId())
                && Objects.equals(one.metAt(), other.metAt());
    }
}
