/** Questions to the database that every request asks, answered for many requests at once. */
package io.guanxi.kit.service.lookup;
