/** The numbers of the business: versioned documents that two people change. */
package io.guanxi.client.setting;
