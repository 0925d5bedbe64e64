/** Tier runs: every client scored and ranked, what changed published, a receipt for each. */
package io.guanxi.scoring.tiers;
