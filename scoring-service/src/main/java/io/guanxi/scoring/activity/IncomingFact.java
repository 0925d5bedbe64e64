package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ClientRef;
import io.guanxi.contracts.clients.ExternalId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A well-formed fact on its way in.
 *
 * @param digest stands for its content
 * @param line the words it came in
 */
record IncomingFact(ActivityFact fact, UUID digest, byte[] line) {
    /** The system under which a client's own id is one of its numbers. */
    static final String OWN_SYSTEM = "guanxi";

    Key key() {
        return new Key(fact.source(), fact.id());
    }

    /** The number that the client is named by. */
    ExternalId number() {
        return switch (fact.client()) {
            case ClientRef.ById(UUID id) -> new ExternalId(OWN_SYSTEM, id.toString());
            case ClientRef.ByExternalId(ExternalId external) -> external;
        };
    }

    String text() {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** What a fact is known by. */
    record Key(String source, String id) {}
}
