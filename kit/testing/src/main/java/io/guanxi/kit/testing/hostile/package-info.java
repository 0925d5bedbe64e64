/** Requests nobody should send, generated from a service's own OpenAPI document. */
package io.guanxi.kit.testing.hostile;
