/**
 * Event sourcing on PostgreSQL and Kafka: deciders, a store with optimistic concurrency over many
 * streams, the event table as outbox, and consumers that keep their offset with their writes. It
 * knows no domain and no application framework.
 */
package io.guanxi.kit.eventsourcing;
