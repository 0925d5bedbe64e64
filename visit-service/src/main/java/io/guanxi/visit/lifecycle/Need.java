package io.guanxi.visit.lifecycle;

import java.math.BigDecimal;

/**
 * A need the client spoke of, as a code and a number.
 *
 * @param n its number in the log, from 1
 * @param category code
 * @param product code, or null
 * @param amount null, like the currency, where none was named
 */
public record Need(int n, String category, String product, BigDecimal amount, String currency) {}
