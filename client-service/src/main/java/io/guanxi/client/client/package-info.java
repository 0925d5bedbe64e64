/** Clients: who they are, and since when they are whose. */
package io.guanxi.client.client;
