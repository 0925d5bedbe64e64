/** The scoring-service. */
package io.guanxi.scoring;
