/** Who calls, and as what: token, effective roles, caller. */
package io.guanxi.kit.service.security;
