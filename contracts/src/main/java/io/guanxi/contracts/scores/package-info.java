/** Topic {@code guanxi.scores}: what clients are worth and who may be about to leave. */
package io.guanxi.contracts.scores;
