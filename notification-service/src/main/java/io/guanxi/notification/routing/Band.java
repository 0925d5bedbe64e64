package io.guanxi.notification.routing;

import io.guanxi.contracts.scores.Tier;

/** A client's tier as far as alerts care: A and B are told of more, and sooner. */
public enum Band {
    A,
    B,
    OTHER;

    public static Band of(Tier tier) {
        return tier.isA() ? A : tier.isB() ? B : OTHER;
    }
}
