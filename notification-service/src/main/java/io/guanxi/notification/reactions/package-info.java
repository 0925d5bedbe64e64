/** What others published in, alerts out. */
package io.guanxi.notification.reactions;
