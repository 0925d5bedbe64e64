package io.guanxi.client.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The forgetting of a client as the rules see it.
 *
 * @param holds legal holds that still stand
 * @param confirmations what each service has said so far
 */
public record Erasure(
        State state,
        List<Hold> holds,
        Step requested,
        Step approved,
        List<Confirmation> confirmations,
        Instant certifiedAt) {

    /** How far it is. */
    public enum State {
        NONE,
        REQUESTED,
        UNDER_WAY,
        CERTIFIED
    }

    /** A reason in law to keep everything; null {@code until}: until it is lifted. */
    public record Hold(UUID holdId, LocalDate until) {
        boolean stands(LocalDate today) {
            return until == null || !until.isBefore(today);
        }
    }

    /** Who did it, when. */
    public record Step(String byId, Instant at) {}

    /** What a service looked through and found empty. */
    public record Confirmation(String service, List<String> stores, Instant at) {
        public Confirmation {
            stores = List.copyOf(stores);
        }
    }

    static final Erasure NONE = new Erasure(State.NONE, List.of(), null, null, List.of(), null);

    public Erasure {
        holds = List.copyOf(holds);
        confirmations = List.copyOf(confirmations);
    }

    boolean held(LocalDate today) {
        return holds.stream().anyMatch(hold -> hold.stands(today));
    }

    boolean confirmedBy(String service) {
        return confirmations.stream().anyMatch(c -> c.service().equals(service));
    }

    Erasure held(List<Hold> newHolds) {
        return new Erasure(state, newHolds, requested, approved, confirmations, certifiedAt);
    }

    Erasure requestedBy(Step step) {
        return new Erasure(State.REQUESTED, holds, step, null, confirmations, null);
    }

    Erasure withdrawn() {
        return new Erasure(State.NONE, holds, null, null, confirmations, null);
    }

    Erasure approvedBy(Step step) {
        return new Erasure(State.UNDER_WAY, holds, requested, step, confirmations, null);
    }

    Erasure confirmed(Confirmation confirmation) {
        List<Confirmation> all = new ArrayList<>(confirmations);
        all.add(confirmation);
        return new Erasure(state, holds, requested, approved, all, certifiedAt);
    }

    Erasure certified(Instant at) {
        return new Erasure(State.CERTIFIED, holds, requested, approved, confirmations, at);
    }
}
