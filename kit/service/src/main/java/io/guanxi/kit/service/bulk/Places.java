package io.guanxi.kit.service.bulk;

import java.util.HashMap;
import java.util.Map;

/**
 * So many at once, and of one caller no more than half: who reads slowly leaves room for others.
 */
final class Places {
    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sum;

    Places(int all) {
        this.all = all;
        this.each = (all + 1) / 2;
    }

    synchronized boolean take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (sum == all || own == each) {
            return false;
        }
        taken.put(caller, own + 1);
        sum++;
        return true;
    }

    synchronized void give(String caller) {
        taken.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
        sum--;
    }
}
