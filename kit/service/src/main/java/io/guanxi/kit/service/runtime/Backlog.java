package io.guanxi.kit.service.runtime;

import jakarta.enterprise.context.ApplicationScoped;

/** What this service has stored and not published yet: who writes much pauses while it is much. */
@ApplicationScoped
public class Backlog {
    private final ServiceRelay relay;

    Backlog(ServiceRelay relay) {
        this.relay = relay;
    }

    /** Events, counted now. */
    public long events() {
        return relay.relay().status().lag();
    }
}
