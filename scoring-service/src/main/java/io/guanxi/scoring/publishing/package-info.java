/** What others may read of scores: stored events turned into the published language. */
package io.guanxi.scoring.publishing;
