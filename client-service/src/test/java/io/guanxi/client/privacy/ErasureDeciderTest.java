package io.guanxi.client.privacy;

import io.guanxi.client.privacy.ErasureCommand.CarryOutErasure;
import io.guanxi.client.privacy.ErasureCommand.ConfirmErasure;
import io.guanxi.client.privacy.ErasureCommand.PlaceHold;
import io.guanxi.client.privacy.ErasureCommand.RequestErasure;
import io.guanxi.client.privacy.ErasureEvent.ErasureApproved;
import io.guanxi.client.privacy.ErasureEvent.ErasureCertified;
import io.guanxi.client.privacy.ErasureEvent.ErasureConfirmed;
import io.guanxi.client.privacy.ErasureEvent.ErasureRequested;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldLifted;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldPlaced;
import io.guanxi.kit.testing.DeciderSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureDeciderTest {
    private static final UUID CLIENT = UUID.fromString("0199a3c0-0000-7000-8000-000000000001");
    private static final UUID HOLD = UUID.fromString("0199a3c0-0000-7000-8000-000000000003");
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final ErasureRequested REQUESTED =
            new ErasureRequested(CLIENT, "S-0001", AT, "asked for");
    private static final ErasureApproved APPROVED = new ErasureApproved(CLIENT, "S-0002", AT);

    private final DeciderSpec<ErasureCommand, Erasure, ErasureEvent> erasure =
            DeciderSpec.of(new ErasureDecider());

    @Test
    void a_hold_refuses_until_the_day_after_its_last() {
        erasure.given(held(TODAY)).when(request(null)).thenRefused(ErasureRefusal.HELD);
        erasure.given(held(TODAY.minusDays(1))).when(request(null)).then(REQUESTED);
        erasure.given(held(null)).when(request(null)).thenRefused(ErasureRefusal.HELD);
        erasure.given(held(null), new LegalHoldLifted(HOLD, "S-0001", AT))
                .when(request(null))
                .then(REQUESTED);
    }

    @Test
    void records_are_kept_to_the_last_day_the_law_names() {
        erasure.given().when(request(TODAY)).thenRefused(ErasureRefusal.RETAINED);
        erasure.given().when(request(TODAY.minusDays(1))).then(REQUESTED);
    }

    @Test
    void the_second_person_meets_the_rules_again() {
        erasure.given(REQUESTED).when(carryOut(null)).then(APPROVED);
        erasure.given(REQUESTED, held(null)).when(carryOut(null)).thenRefused(ErasureRefusal.HELD);
        erasure.given(REQUESTED).when(carryOut(TODAY)).thenRefused(ErasureRefusal.RETAINED);
        erasure.given().when(carryOut(null)).thenRefused(ErasureRefusal.NOT_REQUESTED);
        erasure.given(REQUESTED, APPROVED).when(carryOut(null)).thenRefused(ErasureRefusal.ERASED);
    }

    @Test
    void what_is_erased_is_not_held_back_any_more() {
        erasure.given(REQUESTED, APPROVED)
                .when(new PlaceHold(HOLD, null, "S-0001", AT, TODAY, "late"))
                .thenRefused(ErasureRefusal.ERASED);
    }

    @Test
    void the_last_confirmation_is_the_certificate() {
        erasure.given(
                        REQUESTED,
                        APPROVED,
                        confirmed("client-service"),
                        confirmed("visit-service"),
                        confirmed("scoring-service"))
                .when(confirm("notification-service"))
                .then(confirmed("notification-service"), new ErasureCertified(CLIENT, AT));
        erasure.given(REQUESTED, APPROVED, confirmed("visit-service"))
                .when(confirm("visit-service"))
                .thenNothing();
        erasure.given(REQUESTED, APPROVED).when(confirm("somebody")).thenNothing();
    }

    private static LegalHoldPlaced held(LocalDate until) {
        return new LegalHoldPlaced(HOLD, until, "S-0001", AT, "a case in court");
    }

    private static RequestErasure request(LocalDate keptUntil) {
        return new RequestErasure(CLIENT, keptUntil, "S-0001", AT, TODAY, "asked for");
    }

    private static CarryOutErasure carryOut(LocalDate keptUntil) {
        return new CarryOutErasure(CLIENT, keptUntil, "S-0002", AT, TODAY);
    }

    private static ErasureConfirmed confirmed(String service) {
        return new ErasureConfirmed(service, List.of("subject_key"), AT);
    }

    private static ConfirmErasure confirm(String service) {
        return new ConfirmErasure(CLIENT, service, List.of("subject_key"), AT);
    }
}
