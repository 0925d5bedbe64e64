/** Topic {@code guanxi.clients}: who the clients are, by ids and codes. */
package io.guanxi.contracts.clients;
