/** Request bodies read strictly: single ones, lines of bulk bodies, and merge patches. */
package io.guanxi.client.body;
