package io.guanxi.contracts.clients;

/** Which level of the bank has made the client a key client (CL-21). */
public enum KeyLevel {
    HEAD_OFFICE,
    BRANCH,
    SUB_BRANCH
}
