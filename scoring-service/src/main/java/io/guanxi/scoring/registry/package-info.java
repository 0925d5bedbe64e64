/** The clients there are: their kind, state and numbers, as client-service published them. */
package io.guanxi.scoring.registry;
