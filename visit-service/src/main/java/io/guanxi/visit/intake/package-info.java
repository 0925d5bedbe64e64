/** How requests and reports come in: one by one over HTTP, and in batches from phones. */
package io.guanxi.visit.intake;
