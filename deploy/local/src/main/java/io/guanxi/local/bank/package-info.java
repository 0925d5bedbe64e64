/**
 * The banks that can be loaded into a local stack, and the loader that sends them in by the public
 * interfaces.
 */
package io.guanxi.local.bank;
