package io.guanxi.scoring.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.ScoringDatabase;
import io.guanxi.scoring.SettingsDocuments;
import io.guanxi.scoring.value.Factor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunOutcomeTest {
    private static final UUID RUN = UUID.fromString("0198a000-0000-7000-8000-0000000000f1");

    @Test
    void scenario_1_a_thousand_scored_clients_are_30_70_60_140_700() {
        List<RunRow> rows = new ArrayList<>();
        RunOutcome outcome = outcome(1_000, 5);
        outcome.rows(rows::add);
        CohortResult result = outcome.result();

        assertThat(rows).hasSize(1_005);
        assertThat(result.counts())
                .containsEntry("A1", 30L)
                .containsEntry("A2", 70L)
                .containsEntry("B1", 60L)
                .containsEntry("B2", 140L)
                .containsEntry("C", 705L)
                .containsEntry("provisional", 5L)
                .containsEntry("changed", 1_005L);
        assertThat(result.cutOffs().stream().map(CutOff::lastRank))
                .containsExactly(30, 100, 160, 300, 1_000);
        assertThat(result.cutOffs().getFirst().lowestScore()).hasToString("33.983985");
    }

    @Test
    void TI_13_a_cohort_under_30_is_not_run_and_only_newcomers_get_a_tier() {
        RunCohort cohort = new RunCohort(ClientKind.ORGANIZATION);
        for (int i = 0; i < 29; i++) {
            RunCohort.Before before =
                    i == 0 ? new RunCohort.Before(Tier.A1, false, 90L) : RunCohort.Before.NOTHING;
            cohort.set(cohort.add(new UUID(0, i), before), Factor.REVENUE, i, 1, 1);
        }
        List<RunRow> rows = new ArrayList<>();
        RunOutcome outcome = RunOutcome.of(cohort, SettingsDocuments.valueModels());
        outcome.rows(rows::add);

        assertThat(outcome.result().ranked()).isFalse();
        assertThat(rows).hasSize(28).allMatch(row -> row.tier() == Tier.C && row.provisional());
    }

    @Test
    void rows_are_stored_and_read_back_as_they_were() throws SQLException, IOException {
        try (ScoringDatabase database = ScoringDatabase.create()) {
            try (RunRowCopy copy = new RunRowCopy(database.connection(), RUN)) {
                outcome(30, 1).rows(copy::write);
                copy.end();
            }
            List<RunRows.Stored> rows =
                    RunRows.changed(database.connection(), RUN, new UUID(0, 0), 100);

            assertThat(rows).hasSize(30);
            RunRows.Stored best = rows.getLast();
            assertThat(best.client()).isEqualTo(new UUID(0, 30));
            assertThat(best.rank()).isNull();
            assertThat(best.provisional()).isTrue();
            RunRows.Stored ranked = rows.get(28);
            assertThat(ranked.rank()).isEqualTo(1);
            assertThat(ranked.score()).hasToString("60");
            assertThat(ranked.lines().getFirst().value()).hasToString("0.29");
            assertThat(ranked.lines().getFirst().points()).hasToString("100.0000");
            assertThat(ranked.lines().getFirst().newestAt())
                    .hasToString("1970-01-01T00:00:00.000030Z");
            assertThat(ranked.lines().get(2).value()).isNull();
        }
    }

    /** Clients whose revenue and volume rise with their number; the last have no facts. */
    private static RunOutcome outcome(int ranked, int unranked) {
        RunCohort cohort = new RunCohort(ClientKind.ORGANIZATION);
        for (int i = 0; i < ranked; i++) {
            int row = cohort.add(new UUID(0, i), RunCohort.Before.NOTHING);
            cohort.set(row, Factor.REVENUE, i, 1, i + 1);
            if (ranked < 100) {
                cohort.set(row, Factor.VOLUME, i, 1, i + 1);
            }
        }
        for (int i = 0; i < unranked; i++) {
            cohort.addUnranked(new UUID(0, ranked + i), RunCohort.Before.NOTHING);
        }
        return RunOutcome.of(cohort, SettingsDocuments.valueModels());
    }
}
