/** What others published, answered with events of our own. */
package io.guanxi.scoring.reactions;
