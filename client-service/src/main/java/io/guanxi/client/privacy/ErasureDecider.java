package io.guanxi.client.privacy;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.privacy.Erasure.Confirmation;
import io.guanxi.client.privacy.Erasure.Hold;
import io.guanxi.client.privacy.Erasure.Step;
import io.guanxi.client.privacy.ErasureCommand.CarryOutErasure;
import io.guanxi.client.privacy.ErasureCommand.ConfirmErasure;
import io.guanxi.client.privacy.ErasureCommand.LiftHold;
import io.guanxi.client.privacy.ErasureCommand.PlaceHold;
import io.guanxi.client.privacy.ErasureCommand.RequestErasure;
import io.guanxi.client.privacy.ErasureCommand.WithdrawErasure;
import io.guanxi.client.privacy.ErasureEvent.ErasureApproved;
import io.guanxi.client.privacy.ErasureEvent.ErasureCertified;
import io.guanxi.client.privacy.ErasureEvent.ErasureConfirmed;
import io.guanxi.client.privacy.ErasureEvent.ErasureRequested;
import io.guanxi.client.privacy.ErasureEvent.ErasureWithdrawn;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldLifted;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldPlaced;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A client is forgotten unless the law says otherwise, and it is over when every service says so.
 */
final class ErasureDecider implements Decider<ErasureCommand, Erasure, ErasureEvent> {
    static final Set<String> SERVICES =
            Set.of("client-service", "visit-service", "scoring-service", "notification-service");

    @Override
    public Erasure initialState() {
        return Erasure.NONE;
    }

    @Override
    public Decision<ErasureEvent> decide(ErasureCommand command, Erasure erasure) {
        return switch (command) {
            case PlaceHold place -> place(place, erasure);
            case LiftHold lift -> lift(lift, erasure);
            case RequestErasure request -> request(request, erasure);
            case WithdrawErasure withdraw -> withdraw(withdraw, erasure);
            case CarryOutErasure carryOut -> carryOut(carryOut, erasure);
            case ConfirmErasure confirm -> confirm(confirm, erasure);
        };
    }

    private static Decision<ErasureEvent> place(PlaceHold command, Erasure erasure) {
        if (begun(erasure)) {
            return refuse(ErasureRefusal.ERASED);
        }
        return command.until() != null && command.until().isBefore(command.today())
                ? refuse(ErasureRefusal.HOLD_OVER)
                : accept(
                        new LegalHoldPlaced(
                                command.holdId(),
                                command.until(),
                                command.byId(),
                                command.at(),
                                command.reason()));
    }

    private static Decision<ErasureEvent> lift(LiftHold command, Erasure erasure) {
        return erasure.holds().stream().noneMatch(h -> h.holdId().equals(command.holdId()))
                ? refuse(ErasureRefusal.HOLD_UNKNOWN)
                : accept(new LegalHoldLifted(command.holdId(), command.byId(), command.at()));
    }

    private static Decision<ErasureEvent> request(RequestErasure command, Erasure erasure) {
        if (erasure.state() == Erasure.State.REQUESTED) {
            return refuse(ErasureRefusal.REQUESTED);
        }
        return obstacle(erasure, command.keptUntil(), command.today())
                .<Decision<ErasureEvent>>map(Decision::refuse)
                .orElseGet(
                        () ->
                                accept(
                                        new ErasureRequested(
                                                command.clientId(),
                                                command.byId(),
                                                command.at(),
                                                command.reason())));
    }

    private static Optional<ErasureRefusal> obstacle(
            Erasure erasure, LocalDate keptUntil, LocalDate today) {
        if (begun(erasure)) {
            return Optional.of(ErasureRefusal.ERASED);
        }
        if (erasure.held(today)) {
            return Optional.of(ErasureRefusal.HELD);
        }
        return keptUntil != null && !keptUntil.isBefore(today)
                ? Optional.of(ErasureRefusal.RETAINED)
                : Optional.empty();
    }

    private static boolean begun(Erasure erasure) {
        return erasure.state() == Erasure.State.UNDER_WAY
                || erasure.state() == Erasure.State.CERTIFIED;
    }

    private static Decision<ErasureEvent> withdraw(WithdrawErasure command, Erasure erasure) {
        return erasure.state() == Erasure.State.REQUESTED
                ? accept(new ErasureWithdrawn(command.byId(), command.at()))
                : refuse(ErasureRefusal.NOT_REQUESTED);
    }

    private static Decision<ErasureEvent> carryOut(CarryOutErasure command, Erasure erasure) {
        Optional<ErasureRefusal> obstacle = obstacle(erasure, command.keptUntil(), command.today());
        if (obstacle.isPresent()) {
            return refuse(obstacle.get());
        }
        return erasure.state() == Erasure.State.REQUESTED
                ? accept(new ErasureApproved(command.clientId(), command.byId(), command.at()))
                : refuse(ErasureRefusal.NOT_REQUESTED);
    }

    /** Told twice, or by nobody we know: nothing new. */
    private static Decision<ErasureEvent> confirm(ConfirmErasure command, Erasure erasure) {
        if (!SERVICES.contains(command.service()) || erasure.confirmedBy(command.service())) {
            return accept();
        }
        List<ErasureEvent> events = new ArrayList<>();
        events.add(new ErasureConfirmed(command.service(), command.stores(), command.at()));
        boolean last =
                SERVICES.stream()
                        .filter(service -> !service.equals(command.service()))
                        .allMatch(erasure::confirmedBy);
        if (last) {
            events.add(new ErasureCertified(command.clientId(), command.at()));
        }
        return accept(events);
    }

    @Override
    public Erasure evolve(Erasure erasure, ErasureEvent event) {
        return switch (event) {
            case LegalHoldPlaced e -> erasure.held(with(erasure, new Hold(e.holdId(), e.until())));
            case LegalHoldLifted e ->
                    erasure.held(
                            erasure.holds().stream()
                                    .filter(hold -> !hold.holdId().equals(e.holdId()))
                                    .toList());
            case ErasureRequested e -> erasure.requestedBy(new Step(e.byId(), e.at()));
            case ErasureWithdrawn _ -> erasure.withdrawn();
            case ErasureApproved e -> erasure.approvedBy(new Step(e.byId(), e.at()));
            case ErasureConfirmed e ->
                    erasure.confirmed(new Confirmation(e.service(), e.stores(), e.at()));
            case ErasureCertified e -> erasure.certified(e.at());
        };
    }

    private static List<Hold> with(Erasure erasure, Hold hold) {
        List<Hold> holds = new ArrayList<>(erasure.holds());
        holds.add(hold);
        return holds;
    }
}
