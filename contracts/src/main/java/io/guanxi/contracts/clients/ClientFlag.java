package io.guanxi.contracts.clients;

/** Marks that change how a client is looked after (VI-04, VI-05, CL-12, TI-09). */
public enum ClientFlag {
    CORE,
    GOLDEN,
    GOVERNMENT,
    MULTI_REGION,
    BENCHMARK,
    QUALITY_C
}
