/**
 * How often each client must be seen, and whether it was: one stream per client holds all its
 * cadences. What happened is put in order of time and the dates are reckoned from it anew, so that
 * a late record changes the past rather than the present.
 */
package io.guanxi.visit.coverage;
