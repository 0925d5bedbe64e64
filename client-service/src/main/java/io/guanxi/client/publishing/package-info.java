/** What others may read: stored events turned into public ones. */
package io.guanxi.client.publishing;
