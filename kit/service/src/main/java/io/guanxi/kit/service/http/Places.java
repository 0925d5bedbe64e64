package io.guanxi.kit.service.http;

import java.util.HashMap;
import java.util.Map;

/**
 * So many at once, and of one caller no more than half: who reads or sends slowly leaves room for
 * others.
 */
public final class Places {
    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sum;

    /**
     * All of them free.
     *
     * @param all how many there are
     */
    public Places(int all) {
        this.all = all;
        this.each = (all + 1) / 2;
    }

    /** Takes one; false: there is none for this caller. */
    public synchronized boolean take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (sum == all || own == each) {
            return false;
        }
        taken.put(caller, own + 1);
        sum++;
        return true;
    }

    /** Gives back one that was taken. */
    public synchronized void give(String caller) {
        taken.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
        sum--;
    }
}
