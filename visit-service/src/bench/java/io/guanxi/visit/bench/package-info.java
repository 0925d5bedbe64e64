/** The service without security, for the benchmark alone; no other build has this package. */
package io.guanxi.visit.bench;
