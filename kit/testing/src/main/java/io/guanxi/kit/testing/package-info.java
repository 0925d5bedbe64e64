/** What every test shares: real PostgreSQL, real Kafka, and the given-when-then grammar. */
package io.guanxi.kit.testing;
