package io.guanxi.scoring.churn;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one client at the end of a day.
 *
 * @param day D, the day the risk is reckoned for
 * @param activity days with counting transactions
 * @param revenue what the bank earned
 * @param membersBaseline members when the client was frozen for watching, if it was
 * @param members members today
 * @param openComplaint a complaint is open
 * @param competitorNote a competitor was noted within the model's days
 * @param newestFact the instant of the newest fact behind these numbers
 */
public record ChurnInputs(
        LocalDate day,
        Activity activity,
        Revenue revenue,
        Optional<BigDecimal> membersBaseline,
        Optional<BigDecimal> members,
        boolean openComplaint,
        boolean competitorNote,
        Optional<Instant> newestFact) {

    /**
     * Days with counting transactions.
     *
     * @param first the first of all, until D
     * @param last the last of all, until D
     * @param previousDays how many in the window before the last
     * @param lastDays how many in the last window
     */
    public record Activity(
            Optional<LocalDate> first, Optional<LocalDate> last, int previousDays, int lastDays) {}

    /**
     * Revenue by month.
     *
     * @param first the first month that has any, as its first day
     * @param previous the sum of the window before the last
     * @param last the sum of the last window
     * @param everBefore a month before the last window brought more than 0
     * @param twelveMonths the sum of the last twelve months
     */
    public record Revenue(
            Optional<LocalDate> first,
            BigDecimal previous,
            BigDecimal last,
            boolean everBefore,
            BigDecimal twelveMonths) {}
}
