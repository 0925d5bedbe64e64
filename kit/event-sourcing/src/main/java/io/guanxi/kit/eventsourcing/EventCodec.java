package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Events to what is stored and back. Personal components leave the JSON and are encrypted under the
 * subject's key.
 */
final class EventCodec<E> {

    /** An event as its row has it. */
    record Encoded(String type, int schemaVersion, String data, byte[] pii) {}

    private final EventTypes<E> types;
    private final PersonalCipher cipher;
    private final Map<String, List<String>> personal = new HashMap<>();

    EventCodec(EventTypes<E> types, PersonalCipher cipher) {
        this.types = types;
        this.cipher = cipher;
        for (String name : types.names()) {
            personal.put(name, PersonalParts.of(types.named(name).recordClass()));
        }
    }

    Encoded encode(E event, UUID subject, UUID streamId, int version) {
        EventTypes.Type<E> type = types.typeOf(event);
        List<String> parts = personal.get(type.name());
        if (parts.isEmpty()) {
            return new Encoded(type.name(), type.version(), text(event), null);
        }
        ObjectNode data = Json.MAPPER.valueToTree(event);
        ObjectNode hidden = JsonNodeFactory.instance.objectNode();
        for (String part : parts) {
            var value = data.remove(part);
            if (value != null) {
                hidden.set(part, value);
            }
        }
        byte[] place = SubjectBox.event(streamId, version);
        byte[] pii =
                hidden.isEmpty()
                        ? null
                        : SubjectBox.close(cipher, subject, place, Json.bytes(hidden));
        return new Encoded(type.name(), type.version(), text(data), pii);
    }

    E decode(
            String typeName,
            int schemaVersion,
            String data,
            byte[] pii,
            UUID streamId,
            int version) {
        EventTypes.Type<E> type = types.named(typeName);
        Optional<byte[]> hidden =
                pii == null || cipher == null
                        ? Optional.empty()
                        : SubjectBox.open(cipher, SubjectBox.event(streamId, version), pii);
        try {
            if (hidden.isEmpty() && schemaVersion == type.version()) {
                return Json.MAPPER.readValue(data, type.recordClass());
            }
            ObjectNode node = (ObjectNode) Json.MAPPER.readTree(data);
            if (hidden.isPresent()) {
                node.setAll((ObjectNode) Json.MAPPER.readTree(hidden.get()));
            }
            return Json.MAPPER.treeToValue(
                    types.upcast(typeName, schemaVersion, node), type.recordClass());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Stored event " + streamId + "/" + version + " cannot be read", e);
        }
    }

    private static String text(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
