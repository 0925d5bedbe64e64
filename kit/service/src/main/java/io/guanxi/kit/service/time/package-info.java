/** The business clock and the calendars of working days. */
package io.guanxi.kit.service.time;
