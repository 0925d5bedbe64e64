/** The books of relationship managers: who looks after whom, and how many fit. */
package io.guanxi.client.portfolio;
