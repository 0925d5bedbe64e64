/**
 * {@code ./guanxi bench}: the kit against plain yardsticks, side by side on servers of its own. It
 * measures, and asserts nothing.
 */
package io.guanxi.local.bench;
