package io.guanxi.scoring.churn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One account of the Berka bank: closing balances, counting days, and what the bank earned. */
final class BerkaAccount {
    private static final BigDecimal MARGIN_A_MONTH = new BigDecimal("0.0025");

    private final NavigableSet<LocalDate> countingDays = new TreeSet<>();
    private final NavigableMap<LocalDate, BigDecimal> movements = new TreeMap<>();
    private final NavigableMap<YearMonth, BigDecimal> charges = new TreeMap<>();

    void add(LocalDate day, boolean credit, BigDecimal amount, String symbol) {
        movements.merge(day, credit ? amount : amount.negate(), BigDecimal::add);
        switch (symbol) {
            case "UROK" -> {}
            case "SLUZBY", "SANKC. UROK" ->
                    charges.merge(YearMonth.from(day), amount, BigDecimal::add);
            default -> countingDays.add(day);
        }
    }

    NavigableSet<LocalDate> countingDays() {
        return countingDays;
    }

    YearMonth firstMonth() {
        return YearMonth.from(movements.firstKey());
    }

    /** Fees and penalties, and 3 % a year of the mean daily closing balance. */
    BigDecimal revenue(YearMonth month) {
        return charges.getOrDefault(month, BigDecimal.ZERO)
                .add(meanBalance(month).multiply(MARGIN_A_MONTH))
                .setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal meanBalance(YearMonth month) {
        BigDecimal balance = BigDecimal.ZERO;
        for (BigDecimal movement : movements.headMap(month.atDay(1)).values()) {
            balance = balance.add(movement);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            balance = balance.add(movements.getOrDefault(month.atDay(day), BigDecimal.ZERO));
            sum = sum.add(balance);
        }
        return sum.divide(BigDecimal.valueOf(month.lengthOfMonth()), 10, RoundingMode.HALF_UP);
    }
}
