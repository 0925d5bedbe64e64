/** Visits and what is owed of them: planned, made, reported late, and due again. */
package io.guanxi.visit;
