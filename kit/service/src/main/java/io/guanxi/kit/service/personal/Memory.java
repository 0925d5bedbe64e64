package io.guanxi.kit.service.personal;

import java.util.UUID;

/** What a service remembers of a person. */
sealed interface Memory {
    record Remembered() implements Memory {}

    record Forgotten(UUID clientId) implements Memory {}
}
