package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ActivityType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The facts that the core bank would have sent about one generated client. */
final class GeneratedLedger {
    private static final Facts MAKE = new Facts("core", "CNY", GeneratedBank.ZONE);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 2);
    private static final YearMonth LAST_MONTH = YearMonth.from(GeneratedBank.OPENS).minusMonths(1);
    private static final List<String> PRODUCTS =
            List.of("CURRENT_ACCOUNT", "PAYROLL", "CARD", "TERM_DEPOSIT", "LOAN", "FUND");

    private final Persona persona;
    private final Chance chance;
    private final List<ActivityFact> facts = new ArrayList<>();

    GeneratedLedger(Persona persona) {
        this.persona = persona;
        this.chance =
                Chance.of(GeneratedBank.SEED, "ledger-" + persona.organisation(), persona.number());
    }

    Stream<ActivityFact> facts() {
        if (persona.behaviour() == Behaviour.SILENT) {
            return Stream.empty();
        }
        addTransactions();
        addRevenue();
        addBalances();
        addStandings();
        return facts.stream();
    }

    private void addTransactions() {
        int step = persona.organisation() ? 7 : 14;
        LocalDate first =
                persona.behaviour() == Behaviour.NEW ? LocalDate.of(2025, 11, 3) : FIRST_DAY;
        LocalDate turn = GeneratedBank.OPENS.minusDays(90);
        LocalDate day = lastTransaction();
        while (!day.isBefore(first)) {
            addTransaction(day);
            boolean rarer =
                    persona.behaviour() == Behaviour.SLOWING && day.isAfter(turn.minusDays(10));
            int gap = rarer ? step * chance.between(2, 3) : step;
            day = day.minusDays(Math.max(1, gap + chance.between(-step / 4, step / 4)));
        }
    }

    /** Idle days decide a good part of the risk (domain F3, Q). */
    private LocalDate lastTransaction() {
        int idle =
                switch (persona.behaviour()) {
                    case STEADY, NEW, SILENT -> chance.between(0, persona.organisation() ? 6 : 13);
                    case SLOWING -> chance.between(25, 50);
                    case LEAVING -> chance.between(78, 120);
                };
        return GeneratedBank.OPENS.minusDays(1 + (long) idle);
    }

    private void addTransaction(LocalDate day) {
        boolean credit = chance.happens(0.5);
        double amount = persona.monthlyRevenue() * 8 * chance.factor(0.4);
        addMoney(
                ActivityType.TRANSACTION,
                day,
                amount,
                Map.of("initiator", "CLIENT", "kind", credit ? "CREDIT" : "DEBIT"));
    }

    private void addRevenue() {
        int months = persona.organisation() ? 12 : 7;
        if (persona.behaviour() == Behaviour.NEW) {
            months = 2;
        }
        double lost = lostShare();
        for (int back = months - 1; back >= 0; back--) {
            YearMonth month = LAST_MONTH.minusMonths(back);
            double left = back < 3 ? 1 - lost : 1;
            double amount = persona.monthlyRevenue() * left * chance.factor(0.05);
            addMoney(ActivityType.REVENUE, month.atEndOfMonth(), amount, Map.of());
        }
    }

    /** The part of the revenue that the last three months lack. */
    private double lostShare() {
        return switch (persona.behaviour()) {
            case STEADY -> chance.between(-12, 8) / 100.0;
            case SLOWING -> chance.between(22, 45) / 100.0;
            case LEAVING -> chance.between(45, 65) / 100.0;
            case NEW, SILENT -> 0;
        };
    }

    private void addBalances() {
        double volume = persona.monthlyRevenue() * 120 * chance.factor(0.25);
        for (int back = 3; back >= 0; back--) {
            LocalDate day = LAST_MONTH.minusMonths(back).atEndOfMonth();
            addMoney(
                    ActivityType.BALANCE,
                    day,
                    volume * chance.factor(0.06),
                    Map.of("account", persona.code() + "-1"));
        }
    }

    private void addStandings() {
        LocalDate day = LocalDate.of(2025, 9, 1);
        if (persona.organisation()) {
            double place = (persona.rank() + 0.5) / persona.peers();
            int heads = (int) Math.round(8 / Math.pow(place + 0.004, 0.8) * chance.factor(0.3)) + 1;
            int points =
                    Math.min(100, Math.max(20, (int) (95 - 50 * place + chance.between(-9, 9))));
            addNumber(ActivityType.HEADCOUNT, day, heads, Map.of());
            addNumber(ActivityType.QUALIFICATION, day, points, Map.of());
        }
        addNumber(ActivityType.PRODUCT, day, 1, Map.of("product", chance.one(PRODUCTS)));
    }

    private void addMoney(
            ActivityType type, LocalDate day, double amount, Map<String, String> attributes) {
        facts.add(
                MAKE.money(
                        nextId(type), persona.id(), type, day, Chance.money(amount), attributes));
    }

    private void addNumber(
            ActivityType type, LocalDate day, int value, Map<String, String> attributes) {
        facts.add(MAKE.number(nextId(type), persona.id(), type, day, value, attributes));
    }

    private String nextId(ActivityType type) {
        return persona.code() + "-" + type.name().charAt(0) + "-" + facts.size();
    }
}
