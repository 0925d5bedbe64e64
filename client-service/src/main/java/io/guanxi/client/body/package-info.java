/** Request bodies read strictly: single ones and merge patches. */
package io.guanxi.client.body;
