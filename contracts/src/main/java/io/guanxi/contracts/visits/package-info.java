/** Topic {@code guanxi.visits}: visits planned, begun and recorded. */
package io.guanxi.contracts.visits;
