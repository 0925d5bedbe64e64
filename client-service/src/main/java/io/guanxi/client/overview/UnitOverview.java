package io.guanxi.client.overview;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * The managers of a unit and the units below, and what each carries.
 *
 * @param load F7 of all together: clients / capacity, four decimals; null without any capacity
 */
public record UnitOverview(
        String unitId,
        LocalDate day,
        int clients,
        int capacity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal load,
        List<Manager> managers) {

    /**
     * One manager.
     *
     * @param load F7
     * @param absent whether somebody covers at that moment
     * @param tiers clients by tier; null for a past day, for the tiers of then are not kept here
     * @param coverage clients by what they are owed; null for a past day. The share of a month (F5)
     *     is visit-service's to say
     * @param highRisk clients at risk HIGH; null for a past day
     * @param needOwnManager TI-09: clients of a telephone book that should have a manager of their
     *     own; null for a past day
     */
    public record Manager(
            String staffId,
            String name,
            String unitId,
            String bookType,
            int clients,
            int cap,
            int capacity,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal load,
            LocalDate qualifiedUntil,
            boolean absent,
            Tiers tiers,
            Coverage coverage,
            Integer highRisk,
            Integer needOwnManager) {}

    /** Clients by tier; {@code none} were never in a run. */
    public record Tiers(int a1, int a2, int b1, int b2, int c, int none) {}

    /** Clients that were seen in time, that must be seen now, and that were not seen in time. */
    public record Coverage(int met, int due, int overdue) {}

    static UnitOverview of(String unitId, LocalDate day, List<Manager> managers) {
        int clients = managers.stream().mapToInt(Manager::clients).sum();
        int capacity = managers.stream().mapToInt(Manager::capacity).sum();
        return new UnitOverview(unitId, day, clients, capacity, load(clients, capacity), managers);
    }

    static BigDecimal load(int clients, int capacity) {
        return capacity == 0
                ? null
                : BigDecimal.valueOf(clients)
                        .divide(BigDecimal.valueOf(capacity), 4, RoundingMode.HALF_UP);
    }
}
