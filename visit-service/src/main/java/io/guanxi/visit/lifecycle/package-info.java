/**
 * The visit stream: what is asked of a visit and what is recorded about it. What happened is taken
 * in whatever its order and at most flagged; what is asked may be refused.
 */
package io.guanxi.visit.lifecycle;
