/** Topic {@code guanxi.alerts}: the whole life of every alert. */
package io.guanxi.contracts.alerts;
