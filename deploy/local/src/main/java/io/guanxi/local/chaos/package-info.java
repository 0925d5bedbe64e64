/**
 * {@code ./guanxi chaos}: a toy service in processes of its own, faults that follow from a seed, a
 * ledger that the clients write, and a checker that asks whether every promise was kept. The kit
 * has no switches for this: its connections and Kafka clients are wrapped from outside.
 */
package io.guanxi.local.chaos;
