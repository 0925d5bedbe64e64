package io.guanxi.client.client;

/** CL-12, TI-09: marks that change how a client is served. */
public enum Flag {
    CORE,
    GOLDEN,
    GOVERNMENT,
    MULTI_REGION,
    BENCHMARK,
    QUALITY_C
}
