package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F3 in decimal arithmetic: pure, and exact where doubles would miss a threshold. */
public final class ChurnFormula {
    private static final int TERM_DECIMALS = 4;
    private static final int RISK_DECIMALS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Optional<BigDecimal> MISSING = Optional.empty();

    private final ChurnModel model;

    public ChurnFormula(ChurnModel model) {
        this.model = model;
    }

    /** The risk at the end of the inputs' day. */
    public ChurnRisk risk(ChurnInputs inputs) {
        Optional<Long> history = inputs.activity().first().map(first -> days(first, inputs.day()));
        if (history.isEmpty() || history.get() < model.minimumHistoryDays()) {
            Integer days = history.map(Math::toIntExact).orElse(null);
            return new ChurnRisk(null, List.of(), List.of(), days);
        }
        List<ChurnRisk.Term> terms = new ArrayList<>();
        List<ChurnFactor> missing = new ArrayList<>();
        BigDecimal risk = BigDecimal.ZERO;
        for (ChurnFactor factor : ChurnFactor.values()) {
            Optional<BigDecimal> value = term(factor, inputs, history.get());
            if (value.isEmpty()) {
                missing.add(factor);
                continue;
            }
            BigDecimal rounded = value.get().setScale(TERM_DECIMALS, RoundingMode.HALF_UP);
            BigDecimal points = HUNDRED.multiply(model.weight(factor)).multiply(rounded);
            terms.add(new ChurnRisk.Term(factor, rounded, points.stripTrailingZeros()));
            risk = risk.add(points);
        }
        return new ChurnRisk(
                risk.setScale(RISK_DECIMALS, RoundingMode.HALF_UP),
                terms,
                missing,
                Math.toIntExact(history.get()));
    }

    private Optional<BigDecimal> term(ChurnFactor factor, ChurnInputs inputs, long historyDays) {
        return switch (factor) {
            case REVENUE -> revenue(inputs.revenue(), inputs.day());
            case FREQUENCY -> frequency(inputs.activity(), historyDays);
            case RECENCY -> recency(inputs);
            case MEMBERS -> members(inputs);
            case COMPLAINT -> flag(inputs.openComplaint() || inputs.competitorNote());
        };
    }

    private Optional<BigDecimal> revenue(ChurnInputs.Revenue revenue, LocalDate day) {
        LocalDate windowStart = day.withDayOfMonth(1).minusMonths(2L * model.revenueMonths());
        if (revenue.first().isEmpty() || revenue.first().get().isAfter(windowStart)) {
            return MISSING;
        }
        if (revenue.previous().signum() > 0) {
            return fall(revenue.previous(), revenue.last(), model.revenueFall());
        }
        return flag(revenue.last().signum() <= 0 && revenue.everBefore());
    }

    private Optional<BigDecimal> frequency(ChurnInputs.Activity activity, long historyDays) {
        if (historyDays < 2L * model.windowDays()) {
            return MISSING;
        }
        if (activity.previousDays() > 0) {
            return fall(
                    BigDecimal.valueOf(activity.previousDays()),
                    BigDecimal.valueOf(activity.lastDays()),
                    BigDecimal.ONE);
        }
        return flag(activity.lastDays() == 0);
    }

    private Optional<BigDecimal> recency(ChurnInputs inputs) {
        long idle = days(inputs.activity().last().orElseThrow(), inputs.day());
        return Optional.of(
                clamp(divide(BigDecimal.valueOf(idle), BigDecimal.valueOf(model.recencyDays()))));
    }

    private Optional<BigDecimal> members(ChurnInputs inputs) {
        if (inputs.membersBaseline().isEmpty()
                || inputs.membersBaseline().get().signum() <= 0
                || inputs.members().isEmpty()) {
            return MISSING;
        }
        return fall(inputs.membersBaseline().get(), inputs.members().get(), model.memberLoss());
    }

    /** clamp((before − after) / before ÷ full). */
    private static Optional<BigDecimal> fall(BigDecimal before, BigDecimal after, BigDecimal full) {
        return Optional.of(clamp(divide(before.subtract(after), before.multiply(full))));
    }

    private static Optional<BigDecimal> flag(boolean set) {
        return Optional.of(set ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    private static BigDecimal clamp(BigDecimal value) {
        return value.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The level of a risk; a client falls from its level only well below the threshold. */
    public RiskLevel level(ChurnRisk risk, RiskLevel current) {
        if (!risk.enoughData()) {
            return RiskLevel.NOT_ENOUGH_DATA;
        }
        if (reaches(risk.risk(), model.high(), current == RiskLevel.HIGH)) {
            return RiskLevel.HIGH;
        }
        boolean heldMedium = current == RiskLevel.HIGH || current == RiskLevel.MEDIUM;
        return reaches(risk.risk(), model.medium(), heldMedium) ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    private boolean reaches(BigDecimal risk, BigDecimal threshold, boolean held) {
        BigDecimal limit = held ? threshold.subtract(model.fallBelow()) : threshold;
        return risk.compareTo(limit) >= 0;
    }
}
