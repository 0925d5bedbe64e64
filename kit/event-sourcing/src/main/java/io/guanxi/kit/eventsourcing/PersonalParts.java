package io.guanxi.kit.eventsourcing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which components of an event record are {@link Personal}. */
final class PersonalParts {

    private PersonalParts() {}

    static List<String> of(Class<?> eventRecord) {
        for (RecordComponent component : eventRecord.getRecordComponents()) {
            if (!component.isAnnotationPresent(Personal.class)) {
                rejectNested(component.getGenericType(), new HashSet<>());
            } else if (component.getType().isPrimitive()) {
                throw new IllegalArgumentException(
                        component + " is personal: it must be able to be null after an erasure");
            }
        }
        return Arrays.stream(eventRecord.getRecordComponents())
                .filter(c -> c.isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** A mark deeper in the event would be overlooked, so it is an error at start-up. */
    private static void rejectNested(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(a -> rejectNested(a, seen));
        } else if (type instanceof Class<?> c && c.isRecord()) {
            for (RecordComponent component : c.getRecordComponents()) {
                if (component.isAnnotationPresent(Personal.class)) {
                    throw new IllegalArgumentException(
                            component + " of " + c + ": mark the event's own component instead");
                }
                rejectNested(component.getGenericType(), seen);
            }
        }
    }
}
