/** Statements over whole batches: a column of values as one parameter. */
package io.guanxi.scoring.sql;
