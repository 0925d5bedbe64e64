/** The numbers of the business, as versioned documents. */
package io.guanxi.kit.service.settings;
