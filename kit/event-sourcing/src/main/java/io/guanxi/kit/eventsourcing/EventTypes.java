package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The stored names of an aggregate's events. A name is explicit and for ever; the Java class behind
 * it may be renamed or moved. When the JSON shape of a type changes, its version goes up and an
 * upcaster brings every older version forward.
 *
 * @param <E> the sealed interface of the events
 */
public final class EventTypes<E> {

    /** One stored type: its name, the version written today, and the record that carries it. */
    public record Type<E>(String name, int version, Class<? extends E> recordClass) {}

    private final Map<String, Type<E>> byName;
    private final Map<Class<?>, Type<E>> byClass;
    private final Map<String, List<UnaryOperator<ObjectNode>>> upcasters;

    private EventTypes(Builder<E> builder) {
        this.byName = Map.copyOf(builder.byName);
        this.byClass = Map.copyOf(builder.byClass);
        this.upcasters = Map.copyOf(builder.upcasters);
    }

    public static <E> Builder<E> of(Class<E> sealedInterface) {
        return new Builder<>(sealedInterface);
    }

    /** The type an event is stored as. */
    public Type<E> typeOf(E event) {
        Type<E> type = byClass.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("No stored type is named for " + event.getClass());
        }
        return type;
    }

    /** The type behind a stored name. */
    public Type<E> named(String name) {
        Type<E> type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No event is known by the stored name " + name);
        }
        return type;
    }

    /** All stored names. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Whether any of the events has personal data. */
    boolean personal() {
        return byClass.keySet().stream().anyMatch(c -> !PersonalParts.of(c).isEmpty());
    }

    /** Brings stored JSON of an older version to today's shape. */
    public ObjectNode upcast(String name, int storedVersion, ObjectNode json) {
        List<UnaryOperator<ObjectNode>> steps = upcasters.getOrDefault(name, List.of());
        ObjectNode current = json;
        for (int version = storedVersion; version < named(name).version(); version++) {
            current = steps.get(version - 1).apply(current);
        }
        return current;
    }

    /** Collects the types; {@link #build()} insists that every permitted record has one. */
    public static final class Builder<E> {
        private final Class<E> sealedInterface;
        private final Map<String, Type<E>> byName = new HashMap<>();
        private final Map<Class<?>, Type<E>> byClass = new HashMap<>();
        private final Map<String, List<UnaryOperator<ObjectNode>>> upcasters = new HashMap<>();

        private Builder(Class<E> sealedInterface) {
            this.sealedInterface = sealedInterface;
        }

        /** A type in its first version. */
        public Builder<E> type(String name, Class<? extends E> recordClass) {
            return type(name, recordClass, List.of());
        }

        /** A type with one upcaster per step: the first brings version 1 to 2, and so on. */
        public Builder<E> type(
                String name,
                Class<? extends E> recordClass,
                List<UnaryOperator<ObjectNode>> upcasters) {
            Type<E> type = new Type<>(name, upcasters.size() + 1, recordClass);
            if (byName.put(name, type) != null || byClass.put(recordClass, type) != null) {
                throw new IllegalArgumentException(name + " or " + recordClass + " is named twice");
            }
            this.upcasters.put(name, new ArrayList<>(upcasters));
            return this;
        }

        public EventTypes<E> build() {
            Set<Class<?>> permitted = new HashSet<>();
            collect(sealedInterface, permitted);
            permitted.removeAll(byClass.keySet());
            if (!permitted.isEmpty()) {
                throw new IllegalStateException("Events without a stored name: " + permitted);
            }
            return new EventTypes<>(this);
        }

        private static void collect(Class<?> type, Set<Class<?>> records) {
            if (type.isRecord()) {
                records.add(type);
            } else if (type.isSealed()) {
                for (Class<?> sub : type.getPermittedSubclasses()) {
                    collect(sub, records);
                }
            }
        }
    }
}
