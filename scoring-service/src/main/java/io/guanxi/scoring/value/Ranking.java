package io.guanxi.scoring.value;

import io.guanxi.contracts.scores.Tier;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * A cohort in order (F2): score descending, then revenue descending, then client id as text.
 * Deterministic, whatever the order in which the clients were read.
 */
public final class Ranking {
    private final ValueTable table;
    private final int[] rows;
    private final TierCuts cuts;

    private Ranking(ValueTable table, int[] rows, TierCuts cuts) {
        this.table = table;
        this.rows = rows;
        this.cuts = cuts;
    }

    /**
     * Ranks the cohort.
     *
     * @param score the score a client is ranked by, in millionths; with hysteresis it holds a bonus
     *     for the tier of the last run
     */
    public static Ranking of(ValueTable table, IntToLongFunction score, TierShares shares) {
        long[] keys = new long[table.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = key(score.applyAsLong(row), row);
        }
        Arrays.parallelSort(keys);
        int[] rows = new int[keys.length];
        Arrays.setAll(rows, index -> (int) keys[index]);
        Ranking ranking = new Ranking(table, rows, shares.of(rows.length));
        ranking.breakTies(keys);
        return ranking;
    }

    /** The score with the bonus that makes a tier stick: h points for each class above C. */
    public static long withHysteresis(long score, long hysteresis, Tier lastTier) {
        return score + hysteresis * level(lastTier);
    }

    private static int level(Tier tier) {
        return switch (tier) {
            case A1 -> 4;
            case A2 -> 3;
            case B1 -> 2;
            case B2 -> 1;
            case C -> 0;
            case null -> 0;
        };
    }

    private static long key(long score, int row) {
        return ((Integer.MAX_VALUE - score) << Integer.SIZE) | row;
    }

    private void breakTies(long[] keys) {
        int start = 0;
        for (int end = 1; end <= keys.length; end++) {
            if (end == keys.length || keys[end] >> Integer.SIZE != keys[start] >> Integer.SIZE) {
                if (end - start > 1) {
                    sortTied(start, end);
                }
                start = end;
            }
        }
    }

    private void sortTied(int start, int end) {
        Integer[] tied = new Integer[end - start];
        Arrays.setAll(tied, index -> rows[start + index]);
        Arrays.sort(tied, this::compareTied);
        for (int index = 0; index < tied.length; index++) {
            rows[start + index] = tied[index];
        }
    }

    private int compareTied(int left, int right) {
        int revenue =
                Long.compare(
                        table.number(right, Factor.REVENUE), table.number(left, Factor.REVENUE));
        return revenue != 0 ? revenue : table.compareIds(left, right);
    }

    public int size() {
        return rows.length;
    }

    /** The table's row at a rank that counts from 1. */
    public int row(int rank) {
        return rows[rank - 1];
    }

    public Tier tier(int rank) {
        return cuts.of(rank);
    }

    public TierCuts cuts() {
        return cuts;
    }
}
