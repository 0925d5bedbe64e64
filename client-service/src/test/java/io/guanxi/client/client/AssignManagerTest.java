package io.guanxi.client.client;

import static io.guanxi.client.client.ClientExamples.CLIENT;
import static io.guanxi.client.client.ClientExamples.JANUARY;
import static io.guanxi.client.client.ClientExamples.MARCH;
import static io.guanxi.client.client.ClientExamples.assign;
import static io.guanxi.client.client.ClientExamples.assignOn;
import static io.guanxi.client.client.ClientExamples.assigned;
import static io.guanxi.client.client.ClientExamples.manager;
import static io.guanxi.client.client.ClientExamples.ownedByS1;
import static io.guanxi.client.client.ClientExamples.qualifiedUntil;
import static io.guanxi.client.client.ClientExamples.registered;

import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.kit.testing.DeciderSpec;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AssignManagerTest {
    private final DeciderSpec<ClientCommand, Client, ClientEvent> client =
            DeciderSpec.of(new ClientDecider());

    @Test
    void PR_01_a_client_nobody_owns_gets_a_manager() {
        client.given(registered())
                .when(assign(manager("S-0001", 0), MARCH, false))
                .then(assigned("S-0001", null, MARCH, AssignmentReason.ASSIGNED));
    }

    @Test
    void PR_01_the_same_manager_again_is_nothing() {
        client.given(registered(), ownedByS1())
                .when(assign(manager("S-0001", 400), MARCH, true))
                .thenNothing();
    }

    @Test
    void PR_02_the_400th_client_fits_the_401st_is_refused_and_reported() {
        client.given(registered())
                .when(assign(manager("S-0001", 399), MARCH, true))
                .then(assigned("S-0001", null, MARCH, AssignmentReason.ASSIGNED));
        client.given(registered())
                .when(assign(manager("S-0001", 400), MARCH, true))
                .thenRefused(
                        ClientRefusal.PORTFOLIO_FULL,
                        new AssignmentRefusedFull(CLIENT, "S-0001", "S-0009", MARCH));
        client.given(registered())
                .when(assign(manager("S-0001", 401), MARCH, true))
                .thenRefused(
                        ClientRefusal.PORTFOLIO_FULL,
                        new AssignmentRefusedFull(CLIENT, "S-0001", "S-0009", MARCH));
    }

    @Test
    void PR_03_who_has_left_or_is_no_manager_may_not_serve() {
        Assignee gone = new Assignee("S-0001", "U-010", true, false, null, 0, 400, false);
        client.given(registered())
                .when(assign(gone, MARCH, true))
                .thenRefused(ClientRefusal.RM_NOT_QUALIFIED);
    }

    @Test
    void PR_04_qualification_of_1_June_2024_carries_to_31_May_2026_and_not_to_1_June() {
        Assignee lastDayOfMay = qualifiedUntil(LocalDate.of(2026, 5, 31));
        client.given(registered())
                .when(assignOn(lastDayOfMay, LocalDate.of(2026, 5, 31)))
                .then(assigned("S-0002", null, MARCH, AssignmentReason.ASSIGNED));
        client.given(registered())
                .when(assignOn(lastDayOfMay, LocalDate.of(2026, 6, 1)))
                .thenRefused(ClientRefusal.RM_NOT_QUALIFIED);
    }

    @Test
    void PR_14_nobody_takes_a_colleagues_client() {
        client.given(registered(), ownedByS1())
                .when(assign(manager("S-0002", 0), MARCH, false))
                .thenRefused(ClientRefusal.OWNED);
    }

    @Test
    void PR_14_a_supervisor_transfers_a_client() {
        client.given(registered(), ownedByS1())
                .when(assign(manager("S-0002", 0), MARCH, true))
                .then(assigned("S-0002", "S-0001", MARCH, AssignmentReason.TRANSFERRED));
    }

    @Test
    void PR_14_poaching_is_refused_before_anything_of_the_book_is_told() {
        client.given(registered(), ownedByS1())
                .when(assign(manager("S-0002", 400), MARCH, false))
                .thenRefused(ClientRefusal.OWNED);
    }

    @Test
    void refuses_an_unknown_manager() {
        Assignee nobody = new Assignee("S-9999", null, false, false, null, 0, 0, false);
        client.given(registered())
                .when(assign(nobody, MARCH, true))
                .thenRefused(ClientRefusal.RM_UNKNOWN);
    }

    @Test
    void refuses_to_begin_before_the_present_owner_did() {
        client.given(registered(), ownedByS1())
                .when(assign(manager("S-0002", 0), JANUARY.minusSeconds(1), true))
                .thenRefused(ClientRefusal.BEFORE_CURRENT_OWNER);
        client.given(registered(), ownedByS1())
                .when(assign(manager("S-0002", 0), JANUARY, true))
                .then(assigned("S-0002", "S-0001", JANUARY, AssignmentReason.TRANSFERRED));
    }

    @Test
    void refuses_a_client_nobody_registered() {
        client.when(assign(manager("S-0001", 0), MARCH, true)).thenRefused(ClientRefusal.UNKNOWN);
    }

    @Test
    void an_observed_refusal_does_not_make_a_client() {
        client.given(new AssignmentRefusedFull(CLIENT, "S-0001", "S-0009", MARCH))
                .when(assign(manager("S-0001", 0), MARCH, true))
                .thenRefused(ClientRefusal.UNKNOWN);
    }

    @Test
    void TI_09_a_client_of_a_high_tier_or_a_good_one_is_not_served_by_telephone() {
        Assignee phone = new Assignee("S-0003", "U-010", true, true, null, 0, 1_500, true);
        client.given(registered())
                .when(tiered(phone, true))
                .thenRefused(ClientRefusal.NEEDS_OWN_MANAGER);
        client.given(registered())
                .when(tiered(phone, false))
                .then(assigned("S-0003", null, MARCH, AssignmentReason.ASSIGNED));
        client.given(registered())
                .when(tiered(manager("S-0001", 0), true))
                .then(assigned("S-0001", null, MARCH, AssignmentReason.ASSIGNED));
    }

    private static ClientCommand tiered(Assignee assignee, boolean needsOwnManager) {
        return new ClientCommand.AssignManager(
                CLIENT,
                assignee,
                MARCH,
                MARCH,
                LocalDate.of(2026, 3, 2),
                null,
                "S-0009",
                true,
                needsOwnManager,
                false);
    }
}
