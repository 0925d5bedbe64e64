/** On the topic of the owning service: what must happen before some moment, and how it ended. */
package io.guanxi.contracts.obligations;
