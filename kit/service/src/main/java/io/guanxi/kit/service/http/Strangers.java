package io.guanxi.kit.service.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who does not say who asks, or not truly. All that is known of them is their address, and from one
 * address no more come than agreed.
 */
@ApplicationScoped
class Strangers {
    private final TokenBuckets addresses;

    Strangers(@ConfigProperty(name = "guanxi.rate.address-per-second") int perSecond) {
        this.addresses = new TokenBuckets(perSecond);
    }

    /** A request has come; one with a token is not judged yet. */
    boolean mayEnter(RoutingContext http) {
        return hasToken(http) || take(http);
    }

    /** A request is about to be answered 401; one without a token was counted when it came. */
    boolean mayFail(RoutingContext http) {
        return !hasToken(http) || take(http);
    }

    private boolean take(RoutingContext http) {
        SocketAddress address = http.request().remoteAddress();
        return addresses.take(address == null ? "" : String.valueOf(address.hostAddress()));
    }

    private static boolean hasToken(RoutingContext http) {
        return http.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }
}
