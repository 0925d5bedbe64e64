/** The notification-service. */
package io.guanxi.notification;
