/** Things as they were: what had happened, what was known, what has changed since. */
package io.guanxi.kit.service.past;
