package io.guanxi.kit.eventsourcing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** What a state is made of, down to the names of its parts, as a short hash. */
final class StateShape {
    private static final int LENGTH = 16;

    private final StringBuilder text = new StringBuilder();
    private final Set<Type> seen = new HashSet<>();

    private StateShape() {}

    static String of(Aggregate<?, ?, ?> aggregate, Snapshots<?> snapshots) {
        StateShape shape = new StateShape();
        shape.text.append(snapshots.revision());
        shape.add(snapshots.stateType());
        aggregate.views().forEach(view -> shape.add(view.rowType()));
        return shape.hash();
    }

    private void add(Type type) {
        text.append('(').append(type.getTypeName());
        if (seen.add(type)) {
            if (type instanceof ParameterizedType generic) {
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            } else if (type instanceof Class<?> c) {
                addParts(c);
            }
        }
        text.append(')');
    }

    private void addParts(Class<?> type) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                text.append(component.getName());
                add(component.getGenericType());
            }
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses())
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(this::add);
        } else if (type.isEnum()) {
            text.append(Arrays.toString(type.getEnumConstants()));
        }
    }

    private String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
