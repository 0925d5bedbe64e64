package io.guanxi.client.client;

import java.util.Optional;
import java.util.UUID;

/** A client as the rules see it. */
public sealed interface Client {

    /** Nothing but, perhaps, what was observed while refusing. */
    record Unregistered() implements Client {}

    record Registered(
            UUID clientId,
            String unitId,
            PublicDetails details,
            PrivateDetails personal,
            Optional<Ownership> owner)
            implements Client {

        Registered with(PublicDetails newDetails, PrivateDetails newPersonal) {
            return new Registered(clientId, unitId, newDetails, newPersonal, owner);
        }

        Registered of(String newUnitId) {
            return new Registered(clientId, newUnitId, details, personal, owner);
        }

        Registered ownedBy(Ownership newOwner) {
            return new Registered(
                    clientId, newOwner.unitId(), details, personal, Optional.of(newOwner));
        }

        public boolean isOwnedBy(String rmId) {
            return owner.filter(o -> o.rmId().equals(rmId)).isPresent();
        }
    }
}
