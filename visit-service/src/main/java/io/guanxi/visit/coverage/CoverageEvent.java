package io.guanxi.visit.coverage;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What is recorded about a client's coverage. Stored for ever: add, never rename. */
public sealed interface CoverageEvent {

    /** Something that happened and bears on the dates. */
    sealed interface Fact extends CoverageEvent {
        UUID clientId();

        /** When it happened or took effect. */
        Instant at();
    }

    /**
     * Someone looks after the client from then on.
     *
     * @param rmId null: nobody owns the client
     */
    record OwnerNoted(UUID clientId, String rmId, String unitId, Instant at) implements Fact {}

    record FlagsNoted(UUID clientId, Set<String> flags, Instant at) implements Fact {
        public FlagsNoted {
            flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
        }
    }

    record TierNoted(UUID clientId, String tier, Instant at) implements Fact {}

    /** The relationship ended (closed, merged) or was taken up again. */
    record StandingNoted(UUID clientId, boolean active, Instant at) implements Fact {}

    /**
     * The client was reached.
     *
     * @param at the start of the visit if recorded, else when its log says that it began
     * @param learnedAt when we heard of it
     */
    record ContactNoted(UUID clientId, UUID visitId, Channel channel, Instant at, Instant learnedAt)
            implements Fact {}

    /** An obligation took this state; the whole of it, for it is published as it stands. */
    record ObligationMoved(Obligation obligation) implements CoverageEvent {}

    /** One due instant of an obligation ended so. */
    record ObligationJudged(
            UUID clientId,
            String row,
            String kind,
            UUID obligationId,
            String ownerId,
            Instant dueAt,
            Outcome outcome,
            Instant metAt,
            Instant learnedAt)
            implements CoverageEvent {}

    /**
     * F5's counts of these calendar months changed; all months up to {@code until} are reckoned.
     *
     * @param until for example {@code 2026-03}
     */
    record MonthsReckoned(UUID clientId, List<MonthShare> months, String until)
            implements CoverageEvent {
        public MonthsReckoned {
            months = List.copyOf(months);
        }
    }
}
