package io.guanxi.client.handover;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.handover.Handover.CarriedOut;
import io.guanxi.client.handover.Handover.Requested;
import io.guanxi.client.handover.Handover.Unrequested;
import io.guanxi.client.handover.HandoverCommand.CarryOutHandover;
import io.guanxi.client.handover.HandoverCommand.RequestHandover;
import io.guanxi.client.handover.HandoverEvent.HandoverCarriedOut;
import io.guanxi.client.handover.HandoverEvent.HandoverRequested;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.Optional;

/** PR-15: a book goes over whole, or a named part of it; twice it does not. */
public final class HandoverDecider implements Decider<HandoverCommand, Handover, HandoverEvent> {
    /** Bounds one append. */
    static final int MOST = 2_000;

    @Override
    public Handover initialState() {
        return new Unrequested();
    }

    @Override
    public Decision<HandoverEvent> decide(HandoverCommand command, Handover handover) {
        return switch (command) {
            case RequestHandover request -> request(request, handover);
            case CarryOutHandover carryOut -> carryOut(carryOut, handover);
        };
    }

    private static Decision<HandoverEvent> request(RequestHandover command, Handover handover) {
        HandoverDetails asked = command.handover();
        return switch (handover) {
            case Requested _, CarriedOut _ -> refuse(HandoverRefusal.EXISTS);
            case Unrequested _ when asked.fromId().equals(asked.toId()) ->
                    refuse(HandoverRefusal.SAME_PERSON);
            case Unrequested _ ->
                    obstacle(command.clients(), command.owned())
                            .<Decision<HandoverEvent>>map(Decision::refuse)
                            .orElseGet(
                                    () ->
                                            accept(
                                                    new HandoverRequested(
                                                            asked,
                                                            command.byId(),
                                                            command.reason())));
        };
    }

    private static Decision<HandoverEvent> carryOut(CarryOutHandover command, Handover handover) {
        return switch (handover) {
            case Unrequested _ -> refuse(HandoverRefusal.UNKNOWN);
            case CarriedOut _ -> refuse(HandoverRefusal.DONE);
            case Requested _ ->
                    obstacle(command.clientIds().size(), command.owned())
                            .<Decision<HandoverEvent>>map(Decision::refuse)
                            .orElseGet(
                                    () ->
                                            accept(
                                                    new HandoverCarriedOut(
                                                            command.clientIds(), command.byId())));
        };
    }

    private static Optional<HandoverRefusal> obstacle(int clients, boolean owned) {
        if (!owned) {
            return Optional.of(HandoverRefusal.NOT_OWNERS);
        }
        if (clients == 0) {
            return Optional.of(HandoverRefusal.NOTHING);
        }
        return clients > MOST ? Optional.of(HandoverRefusal.TOO_MANY) : Optional.empty();
    }

    @Override
    public Handover evolve(Handover handover, HandoverEvent event) {
        return switch (event) {
            case HandoverRequested(var details, var byId, var reason) ->
                    new Requested(details, byId, reason);
            case HandoverCarriedOut(var clients, _) ->
                    handover instanceof Requested(var details, _, var reason)
                            ? new CarriedOut(details, reason, clients.size())
                            : handover;
        };
    }
}
