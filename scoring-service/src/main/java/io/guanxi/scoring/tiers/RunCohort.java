package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.value.Factor;
import io.guanxi.scoring.value.LongColumn;
import io.guanxi.scoring.value.ValueTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The clients of a cohort as a run found them: inputs with their evidence, and last standings. */
final class RunCohort {
    private static final Tier[] TIERS = Tier.values();
    private static final int FIRST_CAPACITY = 1_024;

    /** Where a client stood before the run; tier null: nowhere. */
    record Before(Tier tier, boolean provisional, Long score) {
        static final Before NOTHING = new Before(null, false, null);

        /** The last tier that was earned; a provisional one is not. */
        Tier ranked() {
            return provisional ? null : tier;
        }
    }

    /** A client without facts to be ranked by. */
    record Unranked(UUID client, Before before) {}

    private final ClientKind kind;
    private final ValueTable table = new ValueTable();
    private final Map<Factor, LongColumn> facts = new EnumMap<>(Factor.class);
    private final Map<Factor, LongColumn> newest = new EnumMap<>(Factor.class);
    private Before[] before = new Before[FIRST_CAPACITY];
    private final List<Unranked> unranked = new ArrayList<>();

    RunCohort(ClientKind kind) {
        this.kind = kind;
        for (Factor factor : Factor.values()) {
            facts.put(factor, new LongColumn());
            newest.put(factor, new LongColumn());
        }
    }

    static Tier tier(String name) {
        return Arrays.stream(TIERS)
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    int add(UUID client, Before standing) {
        int row = table.add(client);
        if (row == before.length) {
            before = Arrays.copyOf(before, row + row / 2);
        }
        before[row] = standing;
        return row;
    }

    void set(int row, Factor factor, long value, int count, long newestMicros) {
        table.set(row, factor, value);
        facts.get(factor).set(row, count);
        newest.get(factor).set(row, newestMicros);
    }

    void addUnranked(UUID client, Before standing) {
        unranked.add(new Unranked(client, standing));
    }

    ClientKind kind() {
        return kind;
    }

    ValueTable table() {
        return table;
    }

    int facts(int row, Factor factor) {
        return Math.toIntExact(facts.get(factor).get(row));
    }

    long newestMicros(int row, Factor factor) {
        return newest.get(factor).get(row);
    }

    Before before(int row) {
        return before[row];
    }

    List<Unranked> unranked() {
        return unranked;
    }
}
