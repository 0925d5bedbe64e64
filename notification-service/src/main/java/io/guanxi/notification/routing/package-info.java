/** Who is told of what, how urgently, and who next: the settings {@code routes} and ladder. */
package io.guanxi.notification.routing;
