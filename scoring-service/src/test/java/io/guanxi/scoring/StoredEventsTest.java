package io.guanxi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.testing.StoredSamples;
import io.guanxi.scoring.churn.ChurnEvent;
import io.guanxi.scoring.churn.ChurnFactor;
import io.guanxi.scoring.churn.ChurnInputs;
import io.guanxi.scoring.churn.ChurnReceipt;
import io.guanxi.scoring.churn.ChurnRisk;
import io.guanxi.scoring.churn.ChurnWindows;
import io.guanxi.scoring.tiers.CohortResult;
import io.guanxi.scoring.tiers.CutOff;
import io.guanxi.scoring.tiers.FactorReceipt;
import io.guanxi.scoring.tiers.TierEvent;
import io.guanxi.scoring.tiers.TierRunEvent;
import io.guanxi.scoring.value.Factor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is stored stays readable for ever: a sample of every version of every event. */
class StoredEventsTest {
    private static final UUID CLIENT = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final UUID RUN = UUID.fromString("0198a000-0000-7000-8000-0000000000f1");
    private static final Instant AS_OF = Instant.parse("2026-04-01T04:00:00Z");

    @Test
    void the_stored_names_are_these_for_ever() {
        Set<String> names = new HashSet<>(TierEvent.TYPES.names());
        names.addAll(TierRunEvent.TYPES.names());
        names.addAll(ChurnEvent.TYPES.names());

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "tier-changed",
                        "tier-run-requested",
                        "tier-run-completed",
                        "churn-risk-changed");
    }

    @Test
    void tier_changed() {
        pin(
                TierEvent.TYPES,
                new TierEvent.TierChanged(
                        CLIENT,
                        ClientKind.ORGANIZATION,
                        Tier.B1,
                        Tier.C,
                        false,
                        new BigDecimal("75.5"),
                        101,
                        1_000,
                        RUN,
                        "value-organization-1",
                        AS_OF,
                        List.of(
                                new FactorReceipt(
                                        Factor.REVENUE,
                                        35,
                                        new BigDecimal("1200.50"),
                                        new BigDecimal("90.0000"),
                                        LocalDate.of(2025, 4, 1),
                                        LocalDate.of(2026, 4, 1),
                                        12,
                                        Instant.parse("2026-03-31T04:00:00Z")),
                                new FactorReceipt(
                                        Factor.QUALIFICATION,
                                        15,
                                        null,
                                        new BigDecimal("0.0000"),
                                        null,
                                        null,
                                        0,
                                        null)),
                        List.of(
                                new CutOff(Tier.A1, 30, 30, new BigDecimal("91.25")),
                                new CutOff(Tier.A2, 0, 30, null))));
    }

    @Test
    void tier_run_requested() {
        pin(TierRunEvent.TYPES, new TierRunEvent.TierRunRequested(RUN, AS_OF));
    }

    @Test
    void tier_run_completed() {
        pin(
                TierRunEvent.TYPES,
                new TierRunEvent.TierRunCompleted(
                        RUN,
                        AS_OF,
                        true,
                        List.of(
                                new CohortResult(
                                        ClientKind.PERSON,
                                        "value-person-1",
                                        Map.of(Factor.VOLUME, 55, Factor.REVENUE, 45),
                                        true,
                                        1_000,
                                        Map.of("A1", 30L, "changed", 12L),
                                        List.of(
                                                new CutOff(
                                                        Tier.A1,
                                                        30,
                                                        30,
                                                        new BigDecimal("91.25")))))));
    }

    @Test
    void churn_risk_changed() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        pin(
                ChurnEvent.TYPES,
                new ChurnEvent.RiskChanged(
                        CLIENT,
                        RiskLevel.MEDIUM,
                        RiskLevel.LOW,
                        new ChurnReceipt(
                                "churn-1",
                                new BigDecimal("41.6"),
                                400,
                                List.of(
                                        new ChurnRisk.Term(
                                                ChurnFactor.REVENUE,
                                                new BigDecimal("0.8243"),
                                                new BigDecimal("24.729"))),
                                List.of(ChurnFactor.MEMBERS),
                                new ChurnWindows(
                                        day,
                                        day.minusDays(180),
                                        day.minusDays(90),
                                        day.minusMonths(6),
                                        day.minusMonths(3),
                                        day,
                                        day.minusMonths(12)),
                                new ChurnInputs(
                                        day,
                                        new ChurnInputs.Activity(
                                                Optional.of(day.minusDays(400)),
                                                Optional.of(day.minusDays(25)),
                                                11,
                                                6),
                                        new ChurnInputs.Revenue(
                                                Optional.of(LocalDate.of(2025, 3, 1)),
                                                new BigDecimal("324.56"),
                                                new BigDecimal("190.79"),
                                                true,
                                                new BigDecimal("1001.20")),
                                        Optional.empty(),
                                        Optional.of(new BigDecimal("12")),
                                        false,
                                        false,
                                        Optional.of(AS_OF)))));
    }

    private static <E> void pin(EventTypes<E> types, E event) {
        StoredSamples.ofThisModule().pin(types, event);
    }
}
