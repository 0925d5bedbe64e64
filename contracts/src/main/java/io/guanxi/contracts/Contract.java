package io.guanxi.contracts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The public event types as CloudEvents sees them. */
public final class Contract {
    private static final Map<String, Class<? extends Record>> BY_CE_TYPE =
            Topics.contracts().values().stream()
                    .flatMap(Collection::stream)
                    .distinct()
                    .collect(Collectors.toUnmodifiableMap(Contract::ceType, Function.identity()));

    private Contract() {}

    /** The CloudEvents type of a contract record: {@code io.guanxi.<name>.v<version>}. */
    public static String ceType(Class<?> contract) {
        EventType type = eventType(contract);
        return "io.guanxi." + type.name() + ".v" + type.version();
    }

    /** The public name and version, as file names and live feeds write them. */
    public static EventType eventType(Class<?> contract) {
        EventType type = contract.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(contract + " is not a public event");
        }
        return type;
    }

    /** The record behind a CloudEvents type; empty if this version of the contracts has none. */
    public static Optional<Class<? extends Record>> ofCeType(String ceType) {
        return Optional.ofNullable(BY_CE_TYPE.get(ceType));
    }

    /** Every public event, in the order of the topics, each once. */
    public static List<Class<? extends Record>> all() {
        LinkedHashSet<Class<? extends Record>> all = new LinkedHashSet<>();
        Topics.contracts().values().forEach(all::addAll);
        return List.copyOf(all);
    }
}
