/** How every service speaks HTTP: requests read, answers and problems written, one way. */
package io.guanxi.kit.service.http;
