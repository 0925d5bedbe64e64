package io.guanxi.local.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed and subject give the same draws, whatever was drawn before. */
final class Chance {
    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, String purpose, int subject) {
        return new Chance(
                new SplittableRandom(seed + 0x9E3779B97F4A7C15L * subject + purpose.hashCode()));
    }

    /** A whole number from the first (included) to the last (included). */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A factor around 1, seldom more than twice the spread away. */
    double factor(double spread) {
        return Math.max(0.05, 1 + spread * random.nextGaussian());
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
