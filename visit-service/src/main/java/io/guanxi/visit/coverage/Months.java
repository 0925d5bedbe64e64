package io.guanxi.visit.coverage;

import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.Fact;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** F5 of a calendar month: of the cadences that fell due by its end, those met in it. */
final class Months {
    private Months() {}

    /**
     * The shares of all months from {@code first} to {@code last}; nothing for months without a
     * cadence due.
     */
    static List<MonthShare> between(
            YearMonth first, YearMonth last, Facts facts, Reckoning reckoning) {
        List<MonthShare> shares = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            MonthShare share = of(month, facts, reckoning);
            if (share.due() > 0) {
                shares.add(share);
            }
        }
        return shares;
    }

    /** Reckoned from contacts before the month, but by owner and tier as at its end. */
    static MonthShare of(YearMonth month, Facts facts, Reckoning reckoning) {
        Instant start = reckoning.startOf(month);
        Instant end = reckoning.startOf(month.plusMonths(1));
        Chain chain =
                Chain.of(
                        facts.that(f -> f.at().isBefore(f instanceof ContactNoted ? start : end)),
                        reckoning.before(end));
        Facts inMonth = facts.that(f -> !f.at().isBefore(start) && f.at().isBefore(end));
        List<Owed> due =
                chain.owed().stream().filter(o -> !o.dueAt(reckoning).isAfter(end)).toList();
        long met = due.stream().filter(o -> metIn(inMonth, o, start, reckoning)).count();
        return new MonthShare(
                month.toString(), due.size(), (int) met, chain.ownerId(), chain.tier());
    }

    private static boolean metIn(Facts month, Owed owed, Instant start, Reckoning reckoning) {
        Instant dueAt = owed.dueAt(reckoning);
        boolean alreadyOverdue = !dueAt.isAfter(start);
        return month.inOrder().stream()
                .anyMatch(f -> qualifies(f, owed) && (alreadyOverdue || f.at().isBefore(dueAt)));
    }

    private static boolean qualifies(Fact fact, Owed owed) {
        return fact instanceof ContactNoted contact && owed.cadence().counts(contact.channel());
    }
}
