package io.guanxi.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Instant DUE = Instant.parse("2026-04-30T16:00:00Z");
    private static final Ladder LADDER = document("ladder", Ladder.class);
    private static final Routes ROUTES = document("routes", Routes.class);

    @Test
    void AL_01_an_A_client_reaches_the_supervisor_after_4_hours_and_the_branch_head_in_5_days() {
        assertThat(plan(AlertKinds.OBLIGATION_BREACHED, Band.A))
                .containsExactly(
                        new LadderStep(1, Level.SUPERVISOR, DUE.plus(Duration.ofHours(4))),
                        new LadderStep(2, Level.DEPARTMENT_HEAD, DUE.plus(Duration.ofHours(24))),
                        new LadderStep(3, Level.BRANCH_HEAD, DUE.plus(Duration.ofDays(5))));
    }

    @Test
    void AL_01_other_clients_reach_the_supervisor_after_a_day_and_never_the_branch_head() {
        for (Band band : List.of(Band.B, Band.OTHER)) {
            assertThat(plan(AlertKinds.OBLIGATION_BREACHED, band))
                    .containsExactly(
                            new LadderStep(1, Level.SUPERVISOR, DUE.plus(Duration.ofHours(24))),
                            new LadderStep(
                                    2, Level.DEPARTMENT_HEAD, DUE.plus(Duration.ofHours(72))));
        }
    }

    @Test
    void AL_02_a_warning_goes_to_the_manager_and_does_not_climb() {
        assertThat(plan(AlertKinds.OBLIGATION_WARNING, Band.A)).isEmpty();
        assertThat(ROUTES.of(AlertKinds.OBLIGATION_WARNING, Band.A).to())
                .containsExactly(Level.MANAGER);
    }

    @Test
    void AL_03_a_tier_change_goes_to_the_manager() {
        assertThat(ROUTES.of(AlertKinds.TIER_CHANGED, Band.A).to()).containsExactly(Level.MANAGER);
    }

    @Test
    void CH_05_the_risk_of_an_A_or_B_client_is_critical_and_goes_to_the_supervisor_at_once() {
        for (Band band : List.of(Band.A, Band.B)) {
            Routes.Route route = ROUTES.of(AlertKinds.CHURN_HIGH, band);
            assertThat(route.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(route.to()).containsExactly(Level.MANAGER, Level.SUPERVISOR);
        }
        Routes.Route others = ROUTES.of(AlertKinds.CHURN_HIGH, Band.OTHER);
        assertThat(others.severity()).isEqualTo(Severity.WARNING);
        assertThat(others.to()).containsExactly(Level.MANAGER);
    }

    @Test
    void a_kind_without_a_route_of_its_own_still_reaches_the_manager() {
        assertThat(ROUTES.of("something-new", Band.A).to()).containsExactly(Level.MANAGER);
    }

    private static List<LadderStep> plan(String kind, Band band) {
        return LADDER.plan(kind, band, DUE, (from, days) -> from.plus(Duration.ofDays(days)));
    }

    private static <T> T document(String name, Class<T> type) {
        try (InputStream in = LadderTest.class.getResourceAsStream("/settings/" + name + ".json")) {
            JsonNode settings = Json.MAPPER.readTree(in);
            return Json.MAPPER.treeToValue(settings.get("document"), type);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
