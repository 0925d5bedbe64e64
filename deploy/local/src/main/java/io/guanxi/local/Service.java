package io.guanxi.local;

import static io.guanxi.contracts.Topics.ACTIVITY;
import static io.guanxi.contracts.Topics.ALERTS;
import static io.guanxi.contracts.Topics.CLIENTS;
import static io.guanxi.contracts.Topics.DIRECTORY;
import static io.guanxi.contracts.Topics.SCORES;
import static io.guanxi.contracts.Topics.VISITS;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The four services and what flows between them: the system diagram. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type cannot say
public enum Service {
    CLIENT("client-service", 8081, "384m", publishes(DIRECTORY, CLIENTS), reads(SCORES, VISITS)),
    VISIT("visit-service", 8082, "384m", publishes(VISITS), reads(DIRECTORY, CLIENTS, SCORES)),
    SCORING(
            "scoring-service",
            8083,
            "512m",
            publishes(SCORES),
            reads(ACTIVITY, DIRECTORY, CLIENTS, VISITS)),
    NOTIFICATION(
            "notification-service",
            8084,
            "384m",
            publishes(ALERTS),
            reads(DIRECTORY, CLIENTS, VISITS, SCORES));

    private final String moduleName;
    private final int usualPort;
    private final String heap;
    private final List<String> published;
    private final List<String> consumed;

    Service(
            String moduleName,
            int usualPort,
            String heap,
            List<String> published,
            List<String> consumed) {
        this.moduleName = moduleName;
        this.usualPort = usualPort;
        this.heap = heap;
        this.published = published;
        this.consumed = consumed;
    }

    private static List<String> publishes(String... topics) {
        return List.of(topics);
    }

    private static List<String> reads(String... topics) {
        return List.of(topics);
    }

    /** The Maven module, and the name of its pid and log files. */
    public String moduleName() {
        return moduleName;
    }

    /** The database and its working role; the owner is {@code <name>_owner}. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int usualPort() {
        return usualPort;
    }

    String heap() {
        return heap;
    }

    /** Topics this service writes. */
    public List<String> published() {
        return published;
    }

    /** Topics this service listens to. */
    public Set<String> consumed() {
        return Set.copyOf(consumed);
    }
}
