/** The visit-service. */
package io.guanxi.visit;
