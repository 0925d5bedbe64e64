/** What alerts need to know of a client: its value band and whether it is about to leave. */
package io.guanxi.notification.standing;
