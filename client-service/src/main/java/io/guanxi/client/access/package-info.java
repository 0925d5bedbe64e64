/** Who could see a client on a day, and what was opened outside the book. */
package io.guanxi.client.access;
