package io.guanxi.kit.testing;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.Decision.Accepted;
import io.guanxi.kit.eventsourcing.Decision.Refused;
import io.guanxi.kit.eventsourcing.Refusal;
import java.util.List;

/**
 * The grammar of rule tests: {@code given(events).when(command).then(events)}.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class DeciderSpec<C, S, E> {
    private final Decider<C, S, E> decider;

    private DeciderSpec(Decider<C, S, E> decider) {
        this.decider = decider;
    }

    public static <C, S, E> DeciderSpec<C, S, E> of(Decider<C, S, E> decider) {
        return new DeciderSpec<>(decider);
    }

    /** What has happened to the stream so far; nothing means a new stream. */
    @SafeVarargs
    public final Given given(E... events) {
        return given(List.of(events));
    }

    public Given given(List<? extends E> events) {
        S state = decider.initialState();
        for (E event : events) {
            state = decider.evolve(state, event);
        }
        return new Given(state);
    }

    /** A command on a new stream. */
    public Outcome when(C command) {
        return given(List.of()).when(command);
    }

    /** A stream with a past. */
    public final class Given {
        private final S state;

        private Given(S state) {
            this.state = state;
        }

        public Outcome when(C command) {
            return new Outcome(state, decider.decide(command, state));
        }

        /** The folded state, for tests of the fold itself. */
        public S state() {
            return state;
        }
    }

    /** What the decider answered. */
    public final class Outcome {
        private final S before;
        private final Decision<E> decision;

        private Outcome(S before, Decision<E> decision) {
            this.before = before;
            this.decision = decision;
        }

        /** Exactly these events happen, in this order. */
        @SafeVarargs
        public final Given then(E... events) {
            return then(List.of(events));
        }

        public Given then(List<? extends E> events) {
            expect(new Accepted<E>(List.copyOf(events)));
            S state = before;
            for (E event : events) {
                state = decider.evolve(state, event);
            }
            return new Given(state);
        }

        /** The command is accepted and nothing changes. */
        public Given thenNothing() {
            return then(List.of());
        }

        /** The command is refused for this reason; only these observations are recorded. */
        @SafeVarargs
        public final void thenRefused(Refusal reason, E... observations) {
            expect(new Refused<>(reason, List.of(observations)));
        }

        /** The decision itself, for assertions that the grammar has no word for. */
        public Decision<E> decision() {
            return decision;
        }

        private void expect(Decision<E> expected) {
            if (!decision.equals(expected)) {
                throw new AssertionError(
                        "\nexpected: "
                                + expected
                                + "\n but was: "
                                + decision
                                + "\n   given: "
                                + before);
            }
        }
    }
}
