package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.Fact;
import io.guanxi.visit.coverage.CoverageEvent.FlagsNoted;
import io.guanxi.visit.coverage.CoverageEvent.MonthsReckoned;
import io.guanxi.visit.coverage.CoverageEvent.ObligationJudged;
import io.guanxi.visit.coverage.CoverageEvent.ObligationMoved;
import io.guanxi.visit.coverage.CoverageEvent.OwnerNoted;
import io.guanxi.visit.coverage.CoverageEvent.StandingNoted;
import io.guanxi.visit.coverage.CoverageEvent.TierNoted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One row per client: what is owed now, and what past months came to. */
final class CoverageView implements InlineView<CoverageEvent, CoverageRow> {

    @Override
    public String table() {
        return "coverage";
    }

    @Override
    public Class<CoverageRow> rowType() {
        return CoverageRow.class;
    }

    @Override
    public CoverageRow evolve(CoverageRow row, Recorded<CoverageEvent> recorded) {
        CoverageDraft draft = CoverageDraft.of(row, recorded.version());
        switch (recorded.event()) {
            case Fact fact -> note(draft, fact);
            case ObligationMoved moved -> move(draft, moved.obligation());
            case ObligationJudged _ -> {}
            case MonthsReckoned reckoned -> reckon(draft, reckoned);
        }
        return draft.row();
    }

    private static void note(CoverageDraft draft, Fact fact) {
        draft.clientId = fact.clientId();
        switch (fact) {
            case OwnerNoted owner when newer(owner.at(), draft.ownerAt) -> {
                draft.ownerAt = owner.at();
                draft.rmId = owner.rmId();
                draft.unitId = owner.unitId();
            }
            case TierNoted tier when newer(tier.at(), draft.tierAt) -> {
                draft.tierAt = tier.at();
                draft.tier = tier.tier();
            }
            case FlagsNoted flags when newer(flags.at(), draft.flagsAt) -> {
                draft.flagsAt = flags.at();
                draft.flags = flags.flags().stream().sorted().toList();
            }
            case StandingNoted standing when newer(standing.at(), draft.standingAt) -> {
                draft.standingAt = standing.at();
                draft.active = standing.active();
            }
            case ContactNoted contact -> contacted(draft, contact);
            case OwnerNoted _, TierNoted _, FlagsNoted _, StandingNoted _ -> {}
        }
    }

    private static void contacted(CoverageDraft draft, ContactNoted contact) {
        if (contact.visitId().equals(draft.lastContactId)) {
            draft.forgetLastContact();
        }
        if (contact.channel().reaches() && later(contact, draft)) {
            draft.lastContactAt = contact.at();
            draft.lastContactId = contact.visitId();
            draft.lastContactChannel = contact.channel().name();
        }
    }

    private static void move(CoverageDraft draft, Obligation obligation) {
        Map<String, Obligation> next = new TreeMap<>(draft.obligations);
        if (obligation.open()) {
            next.put(obligation.row(), obligation);
        } else {
            next.remove(obligation.row());
        }
        draft.obligations = next;
        List<Obligation> open = List.copyOf(next.values());
        draft.openedAt = earliest(open.stream().map(Obligation::openedAt).toList());
        draft.warnAt = earliest(open.stream().map(Obligation::warnAt).toList());
        draft.dueAt = earliest(open.stream().map(Obligation::dueAt).toList());
    }

    private static void reckon(CoverageDraft draft, MonthsReckoned reckoned) {
        Map<String, MonthShare> next = new TreeMap<>(draft.months);
        reckoned.months().forEach(share -> next.put(share.month(), share));
        next.values().removeIf(share -> share.due() == 0);
        draft.months = next;
        draft.reckonedUntil = reckoned.until();
    }

    private static Instant earliest(List<Instant> instants) {
        return instants.stream().min(Instant::compareTo).orElse(null);
    }

    private static boolean later(ContactNoted contact, CoverageDraft draft) {
        return draft.lastContactAt == null
                || contact.at().isAfter(draft.lastContactAt)
                || (contact.at().equals(draft.lastContactAt)
                        && contact.visitId().compareTo(draft.lastContactId) > 0);
    }

    private static boolean newer(Instant at, Instant known) {
        return known == null || !at.isBefore(known);
    }
}
