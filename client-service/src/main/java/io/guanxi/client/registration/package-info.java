/** How clients become known: one by one, or many at once. */
package io.guanxi.client.registration;
