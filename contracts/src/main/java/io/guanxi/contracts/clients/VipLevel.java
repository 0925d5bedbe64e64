package io.guanxi.contracts.clients;

/** KP-03. */
public enum VipLevel {
    DIAMOND,
    GOLD
}
