/** Who read whose personal data. */
package io.guanxi.client.audit;
