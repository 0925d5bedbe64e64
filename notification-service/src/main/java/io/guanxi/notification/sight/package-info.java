/** Who may see which alert and obligation: recipients, and the book as it is now. */
package io.guanxi.notification.sight;
