package io.guanxi.client.client;

/** CL-21: which level of the bank has made this a key client. */
public enum KeyLevel {
    HEAD_OFFICE,
    BRANCH,
    SUB_BRANCH
}
