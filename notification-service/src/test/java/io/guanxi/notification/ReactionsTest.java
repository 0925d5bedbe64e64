package io.guanxi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Ids;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.AssignmentRefusedFull;
import io.guanxi.contracts.clients.BreakGlassOpened;
import io.guanxi.contracts.clients.DuplicateReported;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class ReactionsTest extends ServiceTest {

    @Test
    void CH_05_the_risk_of_a_B_client_reaches_manager_and_supervisor_at_once() {
        UUID client = clientOf("S-0001", "U-001");
        Published.tier(client, Tier.B1, null);
        UUID cause = Published.risk(client, RiskLevel.HIGH);
        Map<String, Object> alert = alert(client, "churn-high");
        assertThat(alert)
                .containsEntry("id", Ids.alert("churn-high", client, cause).toString())
                .containsEntry("severity", "CRITICAL")
                .containsEntry("recipients", List.of("S-0001", "S-0002"))
                .containsEntry("unitId", "U-001");
    }

    @Test
    void CH_05_the_risk_of_another_client_reaches_the_manager_alone() {
        UUID client = clientOf("S-0001", "U-001");
        Published.tier(client, Tier.C, null);
        Published.risk(client, RiskLevel.HIGH);
        assertThat(alert(client, "churn-high"))
                .containsEntry("severity", "WARNING")
                .containsEntry("recipients", List.of("S-0001"));
    }

    @Test
    void CH_05_a_client_at_risk_that_becomes_an_A_client_is_told_to_the_supervisor_as_well() {
        UUID client = clientOf("S-0001", "U-001");
        Published.risk(client, RiskLevel.HIGH);
        alert(client, "churn-high");
        Published.tier(client, Tier.A1, null);
        Eventually.within(PATIENCE, () -> alerts(client, "churn-high").size() == 2);
        assertThat(alerts(client, "churn-high"))
                .extracting(alert -> alert.get("severity"))
                .containsExactlyInAnyOrder("CRITICAL", "WARNING");
    }

    @Test
    void a_risk_that_is_not_high_raises_nothing_and_neither_does_a_first_tier() {
        UUID client = clientOf("S-0001", "U-001");
        Published.tier(client, Tier.B2, null);
        Published.risk(client, RiskLevel.MEDIUM);
        Published.tier(client, Tier.B2, Tier.B2);
        Published.tier(client, Tier.A2, Tier.B2);
        Map<String, Object> alert = alert(client, "tier-changed");
        assertThat(alert)
                .containsEntry("severity", "INFO")
                .containsEntry("recipients", List.of("S-0001"));
        assertThat(alerts(client, "churn-high")).isEmpty();
    }

    @Test
    void AL_05_a_full_portfolio_is_told_to_manager_and_supervisor_and_seen_on_the_topic() {
        UUID client = clientOf(null, "U-001");
        Published.send(
                Topics.CLIENTS,
                client,
                new AssignmentRefusedFull(
                        client, "S-0001", "S-0003", "portfolio.full", clock.now()));
        Map<String, Object> alert = alert(client, "portfolio-full");
        assertThat(alert)
                .containsEntry("subject", Map.of("type", "staff", "id", "S-0001"))
                .containsEntry("recipients", List.of("S-0001", "S-0002"));
        UUID id = UUID.fromString((String) alert.get("id"));
        Eventually.within(PATIENCE, () -> published(id).size() == 1);
        assertThat(published(id).getFirst().key()).isEqualTo(client.toString());
        assertThat(published(id).getFirst().partition()).isEqualTo(Ids.partition(client));
    }

    @Test
    void who_opens_personal_data_or_registers_a_known_client_is_told_to_the_supervisor_alone() {
        UUID client = clientOf("S-0001", "U-001");
        Published.send(
                Topics.CLIENTS,
                client,
                new BreakGlassOpened(
                        client, "S-0001", "auditor", "COURT", clock.now(), clock.now()));
        Published.send(
                Topics.CLIENTS,
                client,
                new DuplicateReported(client, "S-0001", "S-0003", "USCC", clock.now()));
        assertThat(alert(client, "break-glass-opened"))
                .containsEntry("severity", "WARNING")
                .containsEntry("recipients", List.of("S-0002"));
        assertThat(alert(client, "duplicate-reported"))
                .containsEntry("severity", "INFO")
                .containsEntry("recipients", List.of("S-0002"));
    }

    @Test
    void AL_01_a_client_nobody_owns_is_told_to_the_head_or_to_who_is_above_one_that_has_left() {
        Published.unitWhoseHeadHasLeft();
        Eventually.within(
                PATIENCE, () -> book.unitExists("U-003") && book.staff("S-0010").isPresent());
        UUID headed = clientOf(null, "U-001");
        UUID headless = clientOf(null, "U-003");
        Published.risk(headed, RiskLevel.HIGH);
        Published.risk(headless, RiskLevel.HIGH);
        assertThat(alert(headed, "churn-high")).containsEntry("recipients", List.of("S-0003"));
        assertThat(alert(headless, "churn-high")).containsEntry("recipients", List.of("S-0009"));
    }
}
