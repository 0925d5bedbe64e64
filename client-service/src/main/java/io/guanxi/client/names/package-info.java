/**
 * What persons and organisations are called, for services that may show it and must not keep it.
 */
package io.guanxi.client.names;
