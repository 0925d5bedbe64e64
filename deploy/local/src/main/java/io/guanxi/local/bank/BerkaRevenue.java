package io.guanxi.local.bank;

import io.guanxi.local.bank.BerkaData.Movement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What an account brought the bank each month: fees + penalties + 3 %/12 of the mean daily closing
 * balance, the sum rounded half up to 0.01. The data has no revenue of its own.
 */
final class BerkaRevenue {
    private static final BigDecimal MARGIN_PER_MONTH = new BigDecimal("0.0025");

    record Month(YearMonth month, BigDecimal revenue) {}

    private BerkaRevenue() {}

    /**
     * Closing balance of every day on which the account moved; order within a day means nothing.
     */
    static NavigableMap<LocalDate, BigDecimal> balances(List<Movement> movements) {
        NavigableMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        for (Movement movement : movements) {
            sums.merge(movement.day(), movement.signed(), BigDecimal::add);
        }
        BigDecimal balance = BigDecimal.ZERO;
        for (var day : sums.entrySet()) {
            balance = balance.add(day.getValue());
            day.setValue(balance);
        }
        return sums;
    }

    /** Every whole month from the first movement to the last month before the given one. */
    static List<Month> months(List<Movement> movements, YearMonth before) {
        NavigableMap<LocalDate, BigDecimal> balances = balances(movements);
        List<Month> months = new ArrayList<>();
        if (balances.isEmpty()) {
            return months;
        }
        for (YearMonth month = YearMonth.from(balances.firstKey());
                month.isBefore(before);
                month = month.plusMonths(1)) {
            months.add(new Month(month, revenue(month, movements, balances)));
        }
        return months;
    }

    private static BigDecimal revenue(
            YearMonth month,
            List<Movement> movements,
            NavigableMap<LocalDate, BigDecimal> balances) {
        BigDecimal fees =
                movements.stream()
                        .filter(Movement::fee)
                        .filter(movement -> YearMonth.from(movement.day()).equals(month))
                        .map(Movement::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal margin = sumOfDays(month, balances).multiply(MARGIN_PER_MONTH);
        BigDecimal days = BigDecimal.valueOf(month.lengthOfMonth());
        // One division only, at the end, so that nothing is rounded twice.
        return fees.multiply(days).add(margin).divide(days, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sumOfDays(
            YearMonth month, NavigableMap<LocalDate, BigDecimal> balances) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            var closing = balances.floorEntry(month.atDay(day));
            sum = closing == null ? sum : sum.add(closing.getValue());
        }
        return sum;
    }
}
