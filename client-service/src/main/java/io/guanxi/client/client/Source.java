package io.guanxi.client.client;

/** CL-05: where the knowledge of a client comes from. */
public enum Source {
    CLIENT,
    ON_SITE,
    SYSTEM,
    RESEARCH,
    MEDIA,
    INTERNAL_REPORT
}
