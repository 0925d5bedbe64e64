package io.guanxi.visit.coverage;

import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.Fact;
import io.guanxi.visit.coverage.CoverageEvent.FlagsNoted;
import io.guanxi.visit.coverage.CoverageEvent.OwnerNoted;
import io.guanxi.visit.coverage.CoverageEvent.StandingNoted;
import io.guanxi.visit.coverage.CoverageEvent.TierNoted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through a client's facts in the order in which they happened and reckons every date anew.
 * Nothing of an earlier reckoning enters, so the order of arrival cannot matter.
 */
final class Chain {

    /** A due instant that a contact ended. */
    record Ended(Cadence cadence, String ownerId, Instant dueAt, ContactNoted by) {
        Outcome outcome() {
            return by.at().isBefore(dueAt) ? Outcome.MET : Outcome.LATE;
        }
    }

    private final Reckoning reckoning;
    private final List<ContactNoted> contacts = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private Map<String, Owed> owed = new LinkedHashMap<>();
    private boolean active = true;
    private String ownerId;
    private Instant ownedSince;
    private Set<String> flags = Set.of();
    private String tier;
    private Cadences rules;

    private Chain(Reckoning reckoning) {
        this.reckoning = reckoning;
        this.rules = reckoning.rules().getFirst().cadences();
    }

    /** A change of the rules counts from its instant on, before what else happened then. */
    static Chain of(Facts facts, Reckoning reckoning) {
        Chain chain = new Chain(reckoning);
        Deque<Ruling> later = new ArrayDeque<>(reckoning.rules());
        later.removeFirst();
        for (Fact fact : facts.inOrder()) {
            while (!later.isEmpty() && !later.getFirst().since().isAfter(fact.at())) {
                chain.take(later.removeFirst());
            }
            chain.take(fact);
        }
        later.forEach(chain::take);
        return chain;
    }

    /** What runs at the end, by row. */
    Collection<Owed> owed() {
        return owed.values();
    }

    List<Ended> ended() {
        return ended;
    }

    String ownerId() {
        return ownerId;
    }

    /** The tier as ranked, else the one that a client counts as until it is. */
    String tier() {
        return tier == null ? rules.firstTier() : tier;
    }

    private void take(Ruling change) {
        rules = change.cadences();
        rulesChanged(change.since());
    }

    private void take(Fact fact) {
        switch (fact) {
            case ContactNoted contact -> contacted(contact);
            case OwnerNoted owner -> owned(owner);
            case FlagsNoted noted -> {
                flags = noted.flags();
                rulesChanged(noted.at());
            }
            case TierNoted noted -> {
                tier = noted.tier();
                rulesChanged(noted.at());
            }
            case StandingNoted noted -> {
                active = noted.active();
                rulesChanged(noted.at());
            }
        }
    }

    /** A handover restarts nothing; only a client that nobody owned begins anew. */
    private void owned(OwnerNoted owner) {
        if (ownerId == null) {
            ownedSince = owner.at();
        }
        ownerId = owner.rmId();
        rulesChanged(owner.at());
    }

    private void contacted(ContactNoted contact) {
        contacts.add(contact);
        owed.replaceAll(
                (_, running) ->
                        running.cadence().counts(contact.channel())
                                ? renewed(running, contact)
                                : running);
    }

    private Owed renewed(Owed running, ContactNoted contact) {
        LocalDate next = reckoning.dueDay(running.cadence(), contact.at());
        if (!next.equals(running.dueDay())) {
            ended.add(new Ended(running.cadence(), ownerId, running.dueAt(reckoning), contact));
        }
        return new Owed(running.cadence(), contact.at(), contact, next);
    }

    private void rulesChanged(Instant at) {
        List<Cadence> applying =
                active && ownerId != null ? rules.applyingTo(tier(), flags) : List.of();
        Map<String, Owed> next = new LinkedHashMap<>();
        for (Cadence cadence : applying) {
            Owed running = owed.get(cadence.row());
            boolean same = running != null && running.cadence().equals(cadence);
            next.put(cadence.row(), same ? running : changed(cadence, at));
        }
        owed = next;
    }

    private Owed changed(Cadence cadence, Instant at) {
        ContactNoted contact = Reckoning.lastFor(cadence, contacts);
        Instant base = contact == null ? ownedSince : contact.at();
        LocalDate regular = reckoning.dueDay(cadence, base);
        return new Owed(cadence, base, contact, dueDay(cadence, regular, base.equals(at), at));
    }

    /** "Change of tier or flag": nobody is overdue merely because a rule was tightened. */
    private LocalDate dueDay(Cadence cadence, LocalDate regular, boolean begins, Instant at) {
        LocalDate promised = null;
        for (Owed before : owed.values()) {
            if (before.cadence().implies(cadence)) {
                return later(regular, before.dueDay());
            }
            if (cadence.implies(before.cadence())) {
                promised = promised == null ? before.dueDay() : earlier(promised, before.dueDay());
            }
        }
        LocalDate tightened = begins ? regular : later(regular, reckoning.grace(at));
        return promised == null ? tightened : earlier(promised, tightened);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
