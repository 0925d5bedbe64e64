package io.guanxi.client.registration;

import io.guanxi.client.client.ClientBody;
import io.guanxi.client.client.ClientState;
import io.guanxi.client.client.PrivateDetails;
import io.guanxi.client.client.PublicDetails;
import io.guanxi.client.client.Stage;
import java.time.Instant;
import java.util.UUID;

/**
 * A client about to be registered.
 *
 * @param unitId the unit that looks after the client while nobody owns it
 * @param rmId who owns it from the start; null: nobody
 * @param since from when
 */
record Newcomer(
        UUID id,
        String unitId,
        PublicDetails details,
        PrivateDetails personal,
        String rmId,
        Instant since) {

    static Newcomer of(UUID id, ClientBody body, String unitId, String rmId, Instant since) {
        return new Newcomer(
                id,
                unitId,
                body.publicDetails(Stage.POTENTIAL, ClientState.ACTIVE, null),
                body.privateDetails(),
                rmId,
                since);
    }

    UUID parentId() {
        return details.parentId();
    }
}
