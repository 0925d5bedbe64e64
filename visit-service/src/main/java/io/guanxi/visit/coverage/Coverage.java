package io.guanxi.visit.coverage;

import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.ObligationJudged;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A client's coverage as its rules see it.
 *
 * @param clientId null before the first event
 * @param obligations what was last published, by row
 * @param promised every due instant that was ever published, so that each can be judged
 * @param judged how due instants ended, as published
 * @param months F5's shares by month; months without a cadence due are absent
 * @param until the last month reckoned, null before the first
 */
public record Coverage(
        UUID clientId,
        Facts facts,
        Map<String, Obligation> obligations,
        Set<Due> promised,
        Map<Due, ObligationJudged> judged,
        Map<String, MonthShare> months,
        String until) {

    /** One due instant of one row's obligation. */
    public record Due(String row, Instant at) {}

    public static final Coverage NONE =
            new Coverage(null, Facts.NONE, Map.of(), Set.of(), Map.of(), Map.of(), null);

    ContactNoted contactOf(UUID visitId) {
        return facts.inOrder().stream()
                .filter(f -> f instanceof ContactNoted c && c.visitId().equals(visitId))
                .map(ContactNoted.class::cast)
                .findFirst()
                .orElse(null);
    }

    Coverage with(CoverageEvent.Fact fact) {
        return new Coverage(
                fact.clientId(), facts.with(fact), obligations, promised, judged, months, until);
    }

    Coverage with(Obligation obligation) {
        Map<String, Obligation> next = new HashMap<>(obligations);
        next.put(obligation.row(), obligation);
        Set<Due> dues = new HashSet<>(promised);
        dues.add(new Due(obligation.row(), obligation.dueAt()));
        return new Coverage(clientId, facts, next, dues, judged, months, until);
    }

    Coverage with(ObligationJudged judgement) {
        Map<Due, ObligationJudged> next = new HashMap<>(judged);
        next.put(new Due(judgement.row(), judgement.dueAt()), judgement);
        return new Coverage(clientId, facts, obligations, promised, next, months, until);
    }

    Coverage with(CoverageEvent.MonthsReckoned reckoned) {
        Map<String, MonthShare> next = new HashMap<>(months);
        for (MonthShare share : reckoned.months()) {
            if (share.due() > 0) {
                next.put(share.month(), share);
            } else {
                next.remove(share.month());
            }
        }
        return new Coverage(clientId, facts, obligations, promised, judged, next, reckoned.until());
    }
}
