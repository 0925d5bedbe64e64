package io.guanxi.kit.service.personal;

import io.guanxi.kit.service.personal.MemoryEvent.ClientForgotten;
import io.guanxi.kit.testing.StoredSamples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pins name and JSON of every stored event: what was written once must be read for ever. */
class StoredMemoryTest {

    @Test
    void forgetting_is_stored_as_ever() {
        UUID client = UUID.fromString("018f0000-0000-7000-8000-000000000002");
        StoredSamples.ofThisModule()
                .pinAll(
                        MemoryStream.TYPES,
                        List.of(new ClientForgotten(client, List.of("client_list", "snapshot"))));
    }
}
