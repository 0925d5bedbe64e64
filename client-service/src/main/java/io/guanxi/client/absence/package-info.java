/** Absences, and who covers the book meanwhile. */
package io.guanxi.client.absence;
