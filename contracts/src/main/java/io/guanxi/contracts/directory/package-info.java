/** Topic {@code guanxi.directory}: units, staff, books, absences, calendars and settings. */
package io.guanxi.contracts.directory;
