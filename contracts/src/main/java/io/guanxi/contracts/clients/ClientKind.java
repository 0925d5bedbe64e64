package io.guanxi.contracts.clients;

/** What a client is; also the cohort it is ranked in (TI-13). */
public enum ClientKind {
    ORGANIZATION,
    PERSON
}
