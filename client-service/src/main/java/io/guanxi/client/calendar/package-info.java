/** The calendars of working days. */
package io.guanxi.client.calendar;
