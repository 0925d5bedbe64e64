/** Who may be about to leave (F3): reckoned after facts and daily, told when it moves. */
package io.guanxi.scoring.churn;
