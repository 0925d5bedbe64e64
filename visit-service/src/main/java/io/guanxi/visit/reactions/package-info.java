/** Topics in, own events out. */
package io.guanxi.visit.reactions;
