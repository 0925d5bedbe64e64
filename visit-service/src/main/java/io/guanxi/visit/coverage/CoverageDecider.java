package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.visit.coverage.CoverageCommand.NoteContact;
import io.guanxi.visit.coverage.CoverageCommand.NoteFlags;
import io.guanxi.visit.coverage.CoverageCommand.NoteOwner;
import io.guanxi.visit.coverage.CoverageCommand.NoteStanding;
import io.guanxi.visit.coverage.CoverageCommand.NoteTier;
import io.guanxi.visit.coverage.CoverageCommand.ReckonAfresh;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VI-04, VI-05, VI-06: takes in a fact, reckons anew, and records what that moved. */
public final class CoverageDecider implements Decider<CoverageCommand, Coverage, CoverageEvent> {

    @Override
    public Coverage initialState() {
        return Coverage.NONE;
    }

    @Override
    public Decision<CoverageEvent> decide(CoverageCommand command, Coverage coverage) {
        if (command instanceof ReckonAfresh && coverage.facts().isEmpty()) {
            return Decision.accept();
        }
        if (command instanceof ReckonAfresh(_, var reckoning, var learnedAt)) {
            return Decision.accept(Consequences.ofRules(coverage, reckoning, learnedAt));
        }
        Optional<Fact> fact = fact(command, coverage);
        if (fact.isEmpty() || coverage.facts().contains(fact.get())) {
            return Decision.accept();
        }
        Coverage after = coverage.with(fact.get());
        List<CoverageEvent> events = new ArrayList<>();
        events.add(fact.get());
        lastAgain(fact.get(), coverage, after).ifPresent(events::add);
        events.addAll(
                Consequences.of(
                        after,
                        earliest(fact.get(), coverage),
                        command.reckoning(),
                        command.learnedAt()));
        return Decision.accept(events);
    }

    /**
     * The row knows the last contact alone: when that one moves back, the one before takes over.
     */
    private static Optional<Fact> lastAgain(Fact news, Coverage before, Coverage after) {
        ContactNoted was = before.facts().lastContact();
        ContactNoted is = after.facts().lastContact();
        boolean movedBack =
                news instanceof ContactNoted contact
                        && was != null
                        && was.visitId().equals(contact.visitId())
                        && is != null
                        && !is.equals(contact);
        return movedBack ? Optional.of(is) : Optional.empty();
    }

    /** From when on something is different: a contact that moved is missing where it was. */
    private static Instant earliest(Fact news, Coverage before) {
        ContactNoted known =
                news instanceof ContactNoted contact ? before.contactOf(contact.visitId()) : null;
        return known != null && known.at().isBefore(news.at()) ? known.at() : news.at();
    }

    private static Optional<Fact> fact(CoverageCommand command, Coverage coverage) {
        return switch (command) {
            case NoteOwner c ->
                    Optional.of(new OwnerNoted(c.clientId(), c.rmId(), c.unitId(), c.since()));
            case NoteFlags c -> flags(c, coverage);
            case NoteTier c -> Optional.of(new TierNoted(c.clientId(), c.tier(), c.at()));
            case NoteStanding c -> Optional.of(new StandingNoted(c.clientId(), c.active(), c.at()));
            case NoteContact c -> contact(c, coverage);
            case ReckonAfresh _ -> Optional.empty();
        };
    }

    /** Most clients have no flags; that they still have none is not worth an event. */
    private static Optional<Fact> flags(NoteFlags command, Coverage coverage) {
        boolean never = coverage.facts().inOrder().stream().noneMatch(FlagsNoted.class::isInstance);
        return never && command.flags().isEmpty()
                ? Optional.empty()
                : Optional.of(new FlagsNoted(command.clientId(), command.flags(), command.at()));
    }

    /** The visit knows which of its reports stand; what it says anew takes the old one's place. */
    private static Optional<Fact> contact(NoteContact command, Coverage coverage) {
        ContactNoted known = coverage.contactOf(command.visitId());
        boolean same =
                known != null
                        && known.at().equals(command.at())
                        && known.channel() == command.channel();
        return same
                ? Optional.empty()
                : Optional.of(
                        new ContactNoted(
                                command.clientId(),
                                command.visitId(),
                                command.channel(),
                                command.at(),
                                command.learnedAt()));
    }

    @Override
    public Coverage evolve(Coverage coverage, CoverageEvent event) {
        return switch (event) {
            case Fact fact -> coverage.with(fact);
            case ObligationMoved moved -> coverage.with(moved.obligation());
            case ObligationJudged judged -> coverage.with(judged);
            case MonthsReckoned reckoned -> coverage.with(reckoned);
        };
    }
}
