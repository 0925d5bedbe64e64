package io.guanxi.client.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.client.body.Bodies;
import io.guanxi.client.body.Shape;
import io.guanxi.client.client.ClientBody;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;

/** A line of a bulk registration: a client, and perhaps whose it is since when. */
record ClientLine(ClientBody client, Owner owner) {

    /** Both may be absent: then nobody owns the client, or somebody from now on. */
    record Owner(@Pattern(regexp = Shape.CODE) String rmId, Instant rmSince) {}

    static ClientLine of(byte[] line, Bodies bodies) {
        ObjectNode whole = bodies.line(line, ObjectNode.class);
        ObjectNode owner = whole.objectNode();
        for (String field : List.of("rmId", "rmSince")) {
            if (whole.has(field)) {
                owner.set(field, whole.remove(field));
            }
        }
        return new ClientLine(
                bodies.tree(whole, ClientBody.class), bodies.tree(owner, Owner.class));
    }
}
