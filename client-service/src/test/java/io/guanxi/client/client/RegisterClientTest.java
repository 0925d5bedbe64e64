package io.guanxi.client.client;

import static io.guanxi.client.client.ClientExamples.CLIENT;
import static io.guanxi.client.client.ClientExamples.MARCH;
import static io.guanxi.client.client.ClientExamples.NOTHING_PRIVATE;
import static io.guanxi.client.client.ClientExamples.organisation;
import static io.guanxi.client.client.ClientExamples.ownedByS1;
import static io.guanxi.client.client.ClientExamples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientCommand.ChangeClient;
import io.guanxi.client.client.ClientCommand.RegisterClient;
import io.guanxi.client.client.ClientCommand.ReportDuplicate;
import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.kit.testing.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterClientTest {
    private static final PublicDetails HOSPITAL = organisation("First Hospital");

    private final DeciderSpec<ClientCommand, Client, ClientEvent> client =
            DeciderSpec.of(new ClientDecider());

    @Test
    void CL_01_registers_a_client() {
        client.when(new RegisterClient(CLIENT, "U-010", HOSPITAL, NOTHING_PRIVATE))
                .then(registered());
    }

    @Test
    void CL_01_refuses_an_id_in_use() {
        client.given(registered())
                .when(new RegisterClient(CLIENT, "U-010", HOSPITAL, NOTHING_PRIVATE))
                .thenRefused(ClientRefusal.EXISTS);
    }

    @Test
    void PR_02_a_client_refused_for_a_full_book_can_be_registered_later() {
        client.given(new AssignmentRefusedFull(CLIENT, "S-0001", "S-0009", MARCH))
                .when(new RegisterClient(CLIENT, "U-010", HOSPITAL, NOTHING_PRIVATE))
                .then(registered());
    }

    @Test
    void CL_02_changes_what_is_known() {
        PublicDetails renamed = organisation("First People's Hospital");
        client.given(registered())
                .when(new ChangeClient("U-010", renamed, NOTHING_PRIVATE, MARCH))
                .then(new ClientChanged(CLIENT, renamed, NOTHING_PRIVATE));
    }

    @Test
    void CL_02_a_change_to_the_same_is_nothing() {
        client.given(registered())
                .when(new ChangeClient("U-010", HOSPITAL, NOTHING_PRIVATE, MARCH))
                .thenNothing();
    }

    @Test
    void CL_12_flags_are_a_set() {
        assertThat(flagged(Flag.GOLDEN, Flag.CORE)).isEqualTo(flagged(Flag.CORE, Flag.GOLDEN));
    }

    @Test
    void TI_13_an_organisation_does_not_become_a_person() {
        PublicDetails person =
                new PublicDetails(
                        ClientKind.PERSON,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        Stage.POTENTIAL,
                        ClientState.ACTIVE);
        client.given(registered())
                .when(new ChangeClient("U-010", person, NOTHING_PRIVATE, MARCH))
                .thenRefused(ClientRefusal.KIND_FIXED);
    }

    @Test
    void another_unit_looks_after_a_client_nobody_owns() {
        client.given(registered())
                .when(new ChangeClient("U-020", HOSPITAL, NOTHING_PRIVATE, MARCH))
                .then(new MovedToUnit(CLIENT, "U-020", MARCH));
    }

    @Test
    void refuses_to_move_an_owned_client_away_from_its_owner() {
        client.given(registered(), ownedByS1())
                .when(new ChangeClient("U-020", HOSPITAL, NOTHING_PRIVATE, MARCH))
                .thenRefused(ClientRefusal.UNIT_IS_OWNERS);
    }

    @Test
    void a_duplicate_is_told_to_the_owner_of_the_client_that_exists() {
        client.given(registered(), ownedByS1())
                .when(new ReportDuplicate(CLIENT, "S-0002", "USCC", MARCH))
                .then(new DuplicateReported(CLIENT, "S-0001", "S-0002", "USCC", MARCH));
        client.given(registered())
                .when(new ReportDuplicate(CLIENT, "S-0002", "USCC", MARCH))
                .then(new DuplicateReported(CLIENT, null, "S-0002", "USCC", MARCH));
    }

    @Test
    void the_fold_lives_without_what_has_been_forgotten() {
        Client state = client.given(new ClientRegistered(CLIENT, "U-010", HOSPITAL, null)).state();
        assertThat(state).isInstanceOf(Registered.class);
        assertThat(((Registered) state).personal()).isEqualTo(PrivateDetails.FORGOTTEN);
    }

    private static PublicDetails flagged(Flag... flags) {
        return new PublicDetails(
                ClientKind.ORGANIZATION,
                "First Hospital",
                null,
                null,
                null,
                List.of(flags),
                null,
                List.of(),
                null,
                Stage.POTENTIAL,
                ClientState.ACTIVE);
    }
}
