package io.guanxi.scoring.tiers;

import io.guanxi.scoring.value.Factor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one factor brought to a score.
 *
 * @param weight whole percents
 * @param value the input; null if it is missing
 * @param points 0 to 100, before the weight
 * @param from first day of the window; null for a latest value
 * @param until first day after the window
 * @param facts how many facts it stands on
 * @param newestAt the newest of them
 */
public record FactorReceipt(
        Factor factor,
        int weight,
        BigDecimal value,
        BigDecimal points,
        LocalDate from,
        LocalDate until,
        int facts,
        Instant newestAt) {}
