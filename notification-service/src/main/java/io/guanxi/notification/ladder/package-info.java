/** AL-01 in time: who is told next while nobody acknowledges. */
package io.guanxi.notification.ladder;
