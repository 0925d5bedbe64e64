/** The live feed: alerts as server-sent events, tailed from the own event table. */
package io.guanxi.notification.feed;
