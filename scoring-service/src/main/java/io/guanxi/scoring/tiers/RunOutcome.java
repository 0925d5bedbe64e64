package io.guanxi.scoring.tiers;

import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.value.Factor;
import io.guanxi.scoring.value.Ranking;
import io.guanxi.scoring.value.TierCuts;
import io.guanxi.scoring.value.ValueModel;
import io.guanxi.scoring.value.ValueModels;
import io.guanxi.scoring.value.ValueScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A cohort scored, ranked and cut: pure, from what the run found to what it says. */
final class RunOutcome {
    private final RunCohort cohort;
    private final ValueModels models;
    private final ValueModel model;
    private final ValueScores scores;
    private final Ranking ranking;
    private final Map<String, Long> counts = new HashMap<>();

    private RunOutcome(RunCohort cohort, ValueModels models) {
        this.cohort = cohort;
        this.models = models;
        this.model = models.model(cohort.kind());
        this.scores = ValueScores.of(model, cohort.table());
        this.ranking = Ranking.of(cohort.table(), this::rankedBy, models.shares());
    }

    static RunOutcome of(RunCohort cohort, ValueModels models) {
        return new RunOutcome(cohort, models);
    }

    private long rankedBy(int row) {
        return Ranking.withHysteresis(
                scores.score(row),
                models.hysteresis() * ValueScores.ONE,
                cohort.before(row).tier());
    }

    /** TI-13: a cohort this small is not run, and keeps its tiers. */
    boolean ranked() {
        return cohort.table().size() >= models.minimumCohort();
    }

    /** Hands over a row for every client that has one. */
    void rows(Consumer<RunRow> sink) {
        if (ranked()) {
            for (int rank = 1; rank <= ranking.size(); rank++) {
                hand(place(rank), sink);
            }
            cohort.unranked().forEach(each -> hand(provisional(each), sink));
        } else {
            withoutTier().forEach(each -> hand(provisional(each), sink));
        }
    }

    private List<RunCohort.Unranked> withoutTier() {
        List<RunCohort.Unranked> newcomers = new ArrayList<>(cohort.unranked());
        for (int row = 0; row < cohort.table().size(); row++) {
            newcomers.add(new RunCohort.Unranked(cohort.table().client(row), cohort.before(row)));
        }
        newcomers.removeIf(each -> each.before().tier() != null);
        return newcomers;
    }

    private void hand(RunRow row, Consumer<RunRow> sink) {
        counts.merge(row.tier().name(), 1L, Long::sum);
        if (row.provisional()) {
            counts.merge("provisional", 1L, Long::sum);
        }
        if (row.changed()) {
            counts.merge("changed", 1L, Long::sum);
        }
        sink.accept(row);
    }

    private RunRow place(int rank) {
        int row = ranking.row(rank);
        RunCohort.Before before = cohort.before(row);
        Tier tier = ranking.tier(rank);
        long score = scores.score(row);
        return new RunRow(
                cohort.table().client(row),
                cohort.kind(),
                tier,
                before.ranked(),
                false,
                score,
                rank,
                changed(before, tier, score),
                evidence(row));
    }

    private boolean changed(RunCohort.Before before, Tier tier, long score) {
        return before.tier() != tier
                || before.provisional()
                || before.score() == null
                || Math.abs(score - before.score()) >= models.publishDelta() * ValueScores.ONE;
    }

    private List<RunRow.Evidence> evidence(int row) {
        List<RunRow.Evidence> evidence = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            if (model.weight(factor) > 0) {
                boolean has = cohort.table().has(row, factor);
                evidence.add(
                        new RunRow.Evidence(
                                factor,
                                has ? cohort.table().value(row, factor).getAsLong() : null,
                                scores.points(row, factor),
                                has ? cohort.facts(row, factor) : 0,
                                has ? cohort.newestMicros(row, factor) : 0));
            }
        }
        return evidence;
    }

    private RunRow provisional(RunCohort.Unranked each) {
        RunCohort.Before before = each.before();
        boolean changed =
                before.tier() != Tier.C || !before.provisional() || before.score() != null;
        return new RunRow(
                each.client(),
                cohort.kind(),
                Tier.C,
                before.ranked(),
                true,
                null,
                null,
                changed,
                List.of());
    }

    /** What is told of the cohort, after the rows were handed over. */
    CohortResult result() {
        return new CohortResult(
                cohort.kind(),
                model.version(),
                model.weights(),
                ranked(),
                cohort.table().size(),
                counts,
                ranked() ? cutOffs() : List.of());
    }

    private List<CutOff> cutOffs() {
        TierCuts cuts = ranking.cuts();
        List<CutOff> cutOffs = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            int size = cuts.size(tier);
            int last = cuts.last(tier);
            cutOffs.add(
                    new CutOff(
                            tier,
                            size,
                            last,
                            size == 0
                                    ? null
                                    : ValueScores.decimal(scores.score(ranking.row(last)))));
        }
        return cutOffs;
    }
}
