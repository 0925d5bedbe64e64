/** A whole book, or a part of it, goes from one manager to another at once. */
package io.guanxi.client.handover;
