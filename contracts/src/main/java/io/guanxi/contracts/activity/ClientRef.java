package io.guanxi.contracts.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.clients.ExternalId;
import java.util.UUID;

/** How a fact names its client: by our id, or by the client's number in another system. */
public sealed interface ClientRef {

    /** In JSON the UUID as a string. */
    record ById(UUID id) implements ClientRef {
        @JsonValue
        UUID json() {
            return id;
        }
    }

    /** In JSON {@code {"system": …, "value": …}}. */
    record ByExternalId(ExternalId external) implements ClientRef {
        @JsonValue
        ExternalId json() {
            return external;
        }
    }

    /** The Kafka key of a fact on {@code guanxi.activity}. */
    default String key() {
        return switch (this) {
            case ById(UUID id) -> id.toString();
            case ByExternalId(ExternalId(String system, String value)) -> system + ":" + value;
        };
    }

    /**
     * Reads either form.
     *
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ClientRef of(JsonNode json) {
        if (json.isTextual() && json.textValue().length() == 36) {
            return new ById(UUID.fromString(json.textValue()));
        }
        if (json.size() == 2 && json.path("system").isTextual() && json.path("value").isTextual()) {
            return new ByExternalId(
                    new ExternalId(json.get("system").textValue(), json.get("value").textValue()));
        }
        throw new IllegalArgumentException("A client is a UUID or {system, value}");
    }
}
