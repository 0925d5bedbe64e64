/** What clients are worth (F1) and the tiers cut from it (F2): pure, exact, deterministic. */
package io.guanxi.scoring.value;
