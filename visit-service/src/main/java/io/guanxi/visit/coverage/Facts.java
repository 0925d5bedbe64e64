package io.guanxi.visit.coverage;

import io.guanxi.visit.Channel;
import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.Fact;
import io.guanxi.visit.coverage.CoverageEvent.FlagsNoted;
import io.guanxi.visit.coverage.CoverageEvent.OwnerNoted;
import io.guanxi.visit.coverage.CoverageEvent.StandingNoted;
import io.guanxi.visit.coverage.CoverageEvent.TierNoted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What is known of a client, in the order in which it happened, whenever we heard of it. */
public record Facts(List<Fact> inOrder) {
    static final Facts NONE = new Facts(List.of());

    /**
     * At one instant, who owns the client and what it is come before what was done with it; of two
     * contacts their ids decide, for something must.
     */
    private static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::at)
                    .thenComparingInt(Facts::rank)
                    .thenComparing(Facts::visitId);

    private static final UUID NO_VISIT = new UUID(0, 0);

    public Facts {
        inOrder = List.copyOf(inOrder);
    }

    /** With one more; a fact of the same visit, or of the same sort and instant, gives way. */
    Facts with(Fact fact) {
        List<Fact> facts = new ArrayList<>(inOrder.size() + 1);
        inOrder.stream().filter(f -> !replaces(fact, f)).forEach(facts::add);
        int place = facts.size();
        while (place > 0 && ORDER.compare(facts.get(place - 1), fact) > 0) {
            place--;
        }
        facts.add(place, fact);
        return new Facts(facts);
    }

    boolean contains(Fact fact) {
        return inOrder.contains(fact);
    }

    Facts that(Predicate<Fact> condition) {
        return new Facts(inOrder.stream().filter(condition).toList());
    }

    Instant lastAt() {
        return inOrder.getLast().at();
    }

    /** The last one by which the client was reached, see {@link Channel}; null: none yet. */
    ContactNoted lastContact() {
        return inOrder.reversed().stream()
                .filter(ContactNoted.class::isInstance)
                .map(ContactNoted.class::cast)
                .filter(contact -> contact.channel().reaches())
                .findFirst()
                .orElse(null);
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    private static boolean replaces(Fact fact, Fact other) {
        if (fact instanceof ContactNoted contact) {
            return other instanceof ContactNoted known && contact.visitId().equals(known.visitId());
        }
        return rank(fact) == rank(other) && fact.at().equals(other.at());
    }

    private static final int CONTACT = 4;

    private static int rank(Fact fact) {
        return switch (fact) {
            case StandingNoted _ -> 0;
            case OwnerNoted _ -> 1;
            case FlagsNoted _ -> 2;
            case TierNoted _ -> 3;
            case ContactNoted _ -> CONTACT;
        };
    }

    private static UUID visitId(Fact fact) {
        return fact instanceof ContactNoted contact ? contact.visitId() : NO_VISIT;
    }
}
