package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A folded stream as JSON: its state, with the record's name, and its view rows. */
final class SnapshotFormat<S, E> {
    private static final String RECORD = "record";
    private static final String STATE = "state";
    private static final String ROWS = "rows";

    private final Aggregate<?, S, E> aggregate;
    private final Class<S> stateType;

    SnapshotFormat(Aggregate<?, S, E> aggregate, Class<S> stateType) {
        this.aggregate = aggregate;
        this.stateType = stateType;
    }

    /** Empty if it would not come back as it is. */
    Optional<byte[]> write(OpenStream<S, E> stream) {
        try {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.put(RECORD, stream.state().getClass().getName());
            json.set(STATE, Json.MAPPER.valueToTree(stream.state()));
            ArrayNode rows = json.putArray(ROWS);
            for (Object row : stream.rows()) {
                rows.add(Json.MAPPER.<JsonNode>valueToTree(row));
            }
            byte[] bytes = Json.MAPPER.writeValueAsBytes(json);
            OpenStream<S, E> back = read(stream.id(), stream.version(), bytes);
            boolean same =
                    back.state().equals(stream.state())
                            && Arrays.equals(back.rows(), stream.rows());
            return same ? Optional.of(bytes) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    OpenStream<S, E> read(UUID id, int version, byte[] bytes) throws JsonProcessingException {
        JsonNode json = tree(bytes);
        S state = Json.MAPPER.treeToValue(json.get(STATE), record(stateType, json.get(RECORD)));
        List<InlineView<E, ?>> views = aggregate.views();
        Object[] rows = new Object[views.size()];
        for (int i = 0; i < rows.length; i++) {
            JsonNode row = json.get(ROWS).get(i);
            rows[i] = row.isNull() ? null : Json.MAPPER.treeToValue(row, views.get(i).rowType());
        }
        return new OpenStream<>(aggregate, id, version, version, state, rows, rows);
    }

    private static JsonNode tree(byte[] bytes) throws JsonProcessingException {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Only a record that the state's own type permits, whatever the name says. */
    private static <S> Class<? extends S> record(Class<S> type, JsonNode name) {
        return find(type, name.asText())
                .orElseThrow(() -> new IllegalArgumentException("No state is called " + name))
                .asSubclass(type);
    }

    private static Optional<Class<?>> find(Class<?> type, String name) {
        if (type.getName().equals(name)) {
            return Optional.of(type);
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(sub -> find(sub, name))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
