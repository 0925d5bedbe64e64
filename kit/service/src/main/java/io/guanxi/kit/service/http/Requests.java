package io.guanxi.kit.service.http;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.time.BusinessClock;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Turns the request being served into what accompanies a command: its id (so that a repeat is
 * known), what was asked, who asks, which version the caller saw, and when.
 */
@ApplicationScoped
public class Requests {
    private static final UUID NAMESPACE =
            Uuids.v5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:guanxi:request");
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final RoutingContext http;
    private final Caller caller;
    private final BusinessClock clock;

    Requests(RoutingContext http, Caller caller, BusinessClock clock) {
        this.http = http;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A create. The command id follows from the {@code Idempotency-Key}, else from the chosen id,
     * so that either makes it safe to repeat.
     *
     * @param chosenId the id the client chose, or null
     * @param body what was asked, compared when the same key or id comes again
     */
    public Creation create(UUID chosenId, Object body) {
        String key = key();
        if (key != null) {
            UUID command = named("key:" + key);
            UUID id = chosenId == null ? Uuids.v5(command, "id") : chosenId;
            return new Creation(id, context(command, body, CREATED));
        }
        if (chosenId != null) {
            return new Creation(chosenId, context(named("id:" + chosenId), body, CREATED));
        }
        return new Creation(Uuids.v7(), once(CREATED));
    }

    /** A change that answers 200. */
    public CommandContext change(Object body) {
        return change(body, OK);
    }

    /** A change with another status. */
    public CommandContext change(Object body, int status) {
        String key = key();
        return key == null ? once(status) : context(named("key:" + key), body, status);
    }

    /** A command whose id the caller made (a line of a bulk body, an operation of a sync). */
    public CommandContext of(UUID commandId, Object body, int status) {
        return context(commandId, body, status, OptionalInt.empty());
    }

    /** Without a key or a chosen id a request that comes again is another one. */
    private CommandContext once(int status) {
        return CommandContext.once(
                Uuids.v7(), status, expected(), caller.id(), clock.now(), Trace.parent(http));
    }

    private CommandContext context(UUID command, Object body, int status) {
        return context(command, body, status, expected());
    }

    private OptionalInt expected() {
        return IfMatch.version(request().getHeader("If-Match"));
    }

    private CommandContext context(UUID command, Object body, int status, OptionalInt expected) {
        Instant now = clock.now();
        return new CommandContext(
                command,
                RequestHash.of(body),
                status,
                expected,
                caller.id(),
                now,
                now,
                Trace.parent(http));
    }

    private UUID named(String name) {
        HttpServerRequest request = request();
        return Uuids.v5(
                NAMESPACE,
                String.join("\n", caller.id(), request.method().name(), request.path(), name));
    }

    private String key() {
        return IdempotencyKey.of(request().headers().getAll("Idempotency-Key"));
    }

    private HttpServerRequest request() {
        return http.request();
    }
}
