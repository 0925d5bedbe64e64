/** What every operation's documentation has in common. */
package io.guanxi.kit.service.openapi;
