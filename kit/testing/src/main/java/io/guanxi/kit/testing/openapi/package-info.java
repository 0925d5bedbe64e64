/** What an OpenAPI document of a service must hold. */
package io.guanxi.kit.testing.openapi;
