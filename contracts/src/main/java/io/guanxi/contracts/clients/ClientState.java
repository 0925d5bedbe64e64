package io.guanxi.contracts.clients;

/** Where a client record is in its life. */
public enum ClientState {
    ACTIVE,
    CLOSED,
    MERGED,
    ERASED
}
