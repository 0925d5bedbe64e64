/** Scores as other systems take them over: all of them, since an instant. */
package io.guanxi.scoring.export;
