/** What others may read of the stored events. */
package io.guanxi.visit.publishing;
