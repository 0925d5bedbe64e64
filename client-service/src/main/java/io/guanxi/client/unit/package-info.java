/** The tree of the bank: head office, branches, sub-branches, teams. */
package io.guanxi.client.unit;
