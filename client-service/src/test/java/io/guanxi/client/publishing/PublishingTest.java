package io.guanxi.client.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.client.AssignmentReason;
import io.guanxi.client.client.ClientEvent;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientKind;
import io.guanxi.client.client.ClientState;
import io.guanxi.client.client.PublicDetails;
import io.guanxi.client.client.Stage;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.eventsourcing.Uuids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingTest {

    @Test
    void a_unit_is_published_whole_on_the_directory() {
        List<PublicEvent> events =
                new UnitPublishing().publish(recorded(Examples.UNITS.get("unit-changed")));
        assertThat(events)
                .containsExactly(
                        new PublicEvent(
                                Topics.DIRECTORY,
                                Contract.ceType(UnitChanged.class),
                                new UnitChanged("U-010", "East branch", "U-001", "S-0009")));
    }

    @Test
    void staff_are_published_without_their_names() {
        List<PublicEvent> events =
                new StaffPublishing().publish(recorded(Examples.STAFF_EVENTS.get("staff-joined")));
        assertThat(events).hasSize(1);
        StaffChanged staff = (StaffChanged) events.getFirst().data();
        assertThat(staff.licences()).containsExactly("FUND_SALE");
        assertThat(text(events)).doesNotContain("Lin Yue").doesNotContain("70001");
    }

    @Test
    void a_new_client_is_published_with_its_place_in_the_book() {
        List<PublicEvent> events = published(Examples.CLIENTS.get("client-registered"));
        assertThat(events)
                .extracting(PublicEvent::topic)
                .containsExactly(Topics.CLIENTS, Topics.DIRECTORY);
        assertThat(events.getLast().data())
                .isEqualTo(
                        new ClientBookChanged(
                                Examples.CLIENT,
                                null,
                                null,
                                "U-010",
                                Examples.AT,
                                AssignmentReason.REGISTERED.name()));
    }

    @Test
    void nothing_personal_is_published() {
        for (ClientEvent event : Examples.CLIENTS.values()) {
            assertThat(text(published(event)))
                    .doesNotContain("Wang Fang")
                    .doesNotContain("Garden Lane")
                    .doesNotContain("91350100M000100Y43")
                    .doesNotContain("5493001KJTIIGC8Y1R12")
                    .doesNotContain("11010519491231002X")
                    .doesNotContain("neighbour")
                    .doesNotContain("retire")
                    .doesNotContain("nearer");
        }
    }

    @Test
    void a_person_is_published_without_a_name() {
        PublicDetails person =
                new PublicDetails(
                        ClientKind.PERSON,
                        null,
                        null,
                        "AFFLUENT",
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        Stage.POTENTIAL,
                        ClientState.ACTIVE);
        List<PublicEvent> events =
                published(new ClientRegistered(Examples.CLIENT, "U-010", person, Examples.PRIVATE));
        assertThat(text(events)).doesNotContain("organisationName").doesNotContain("address");
    }

    @Test
    void an_assignment_says_whose_the_client_was_and_is() {
        ManagerAssigned event =
                (ManagerAssigned) Examples.CLIENTS.get("relationship-manager-assigned");
        assertThat(published(event))
                .containsExactly(
                        new PublicEvent(
                                Topics.DIRECTORY,
                                Contract.ceType(ClientBookChanged.class),
                                new ClientBookChanged(
                                        Examples.CLIENT,
                                        "S-0002",
                                        "S-0001",
                                        "U-010",
                                        Examples.AT,
                                        "TRANSFERRED")));
    }

    @Test
    void a_change_carries_the_whole_public_state() {
        ClientChanged changed =
                (ClientChanged) published(Examples.CLIENTS.get("client-changed")).getFirst().data();
        assertThat(changed).hasNoNullFieldsOrProperties();
    }

    private static List<PublicEvent> published(ClientEvent event) {
        return new ClientPublishing().publish(recorded(event));
    }

    private static String text(List<PublicEvent> events) {
        return new String(Json.bytes(events), StandardCharsets.UTF_8);
    }

    private static <E> Recorded<E> recorded(E event) {
        return new Recorded<>(
                1,
                Examples.CLIENT,
                1,
                Examples.CLIENT,
                Uuids.v7(),
                Uuids.v7(),
                Examples.AT,
                Examples.AT,
                "S-0009",
                null,
                "any",
                event);
    }
}
