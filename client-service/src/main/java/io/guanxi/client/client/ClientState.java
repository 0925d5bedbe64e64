package io.guanxi.client.client;

/** Whether the client is served. */
public enum ClientState {
    ACTIVE,
    CLOSED,
    /** Nothing personal is left. */
    ERASED
}
