/** What must happen before some moment, as its owners publish it, compared with the clock. */
package io.guanxi.notification.obligation;
