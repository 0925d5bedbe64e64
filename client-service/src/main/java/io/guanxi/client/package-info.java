/** The client-service. */
package io.guanxi.client;
