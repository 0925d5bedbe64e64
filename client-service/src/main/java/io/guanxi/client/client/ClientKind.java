package io.guanxi.client.client;

/** Organisations and persons are ranked apart and protected differently. */
public enum ClientKind {
    ORGANIZATION,
    PERSON
}
