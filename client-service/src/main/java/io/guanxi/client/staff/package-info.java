/** People of the bank: who they are, where they sit, what they may do. */
package io.guanxi.client.staff;
