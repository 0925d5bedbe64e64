/** What starts, runs and stops with a service: store, relay, consumers, timers, health. */
package io.guanxi.kit.service.runtime;
