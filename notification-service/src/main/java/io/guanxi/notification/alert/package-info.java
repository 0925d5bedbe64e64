/** The alert stream: raised, acknowledged, escalated, snoozed, resolved; and how it is read. */
package io.guanxi.notification.alert;
