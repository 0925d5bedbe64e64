package io.guanxi.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The business clock of all four services, moved together and only forward. A day is over when
 * nothing is under way any more: no lag, nothing due, and the marks stand still.
 */
public final class BankClock {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int STILL_ROUNDS = 2;

    private final Stack stack;
    private final Http admin;

    public BankClock(Stack stack) {
        this.stack = stack;
        this.admin = stack.as("admin", "admin");
    }

    /** The latest of the services' clocks. */
    public Instant now() {
        return states().values().stream()
                .map(state -> Instant.parse(state.path("now").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Moves a day at a time, and tells how far it is after each. */
    public void advance(Duration by, Consumer<Instant> reached) {
        Instant now = now();
        Instant target = now.plus(by);
        while (now.isBefore(target)) {
            Instant next = now.plus(Duration.ofDays(1));
            now = next.isBefore(target) ? next : target;
            set(now);
            settle();
            reached.accept(now);
        }
    }

    /** Sets all clocks to an instant that is not before any of them. */
    public void set(Instant to) {
        for (Service service : Service.values()) {
            Http.Answer answer = admin.send("POST", address(service), Map.of("to", to.toString()));
            if (!answer.ok()) {
                throw new Trouble(
                        "%s did not move its clock: %d %s"
                                .formatted(service.moduleName(), answer.status(), answer.text()));
            }
        }
    }

    /** Waits until nothing moves any more; names the laggard if that does not come. */
    public void settle() {
        settle(PATIENCE, _ -> {});
    }

    /** The same, with another patience; after each round it tells how much is still under way. */
    public void settle(Duration patience, LongConsumer left) {
        int[] still = new int[1];
        Map<Service, JsonNode> last = new LinkedHashMap<>();
        boolean settled =
                Eventually.holds(
                        patience,
                        () -> {
                            Map<Service, JsonNode> states = states();
                            boolean same = marks(states).equals(marks(last));
                            last.clear();
                            last.putAll(states);
                            left.accept(states.values().stream().mapToLong(BankClock::work).sum());
                            boolean idle = states.values().stream().allMatch(BankClock::idle);
                            still[0] = idle && same ? still[0] + 1 : 0;
                            return still[0] >= STILL_ROUNDS;
                        });
        if (!settled) {
            throw new Trouble(laggard(patience, last));
        }
    }

    private static String laggard(Duration patience, Map<Service, JsonNode> states) {
        for (Map.Entry<Service, JsonNode> each : states.entrySet()) {
            if (!idle(each.getValue())) {
                return "After %d s %s is still at work: relay lag %s, consumer lag %s, due %s."
                        .formatted(
                                patience.toSeconds(),
                                each.getKey().moduleName(),
                                each.getValue().path("relayLag"),
                                each.getValue().path("consumerLag"),
                                each.getValue().path("due"));
            }
        }
        return "After " + patience.toSeconds() + " s the services still send each other events.";
    }

    private Map<Service, JsonNode> states() {
        Map<Service, JsonNode> states = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            Http.Answer answer = admin.get(address(service));
            if (!answer.ok()) {
                throw new Trouble(
                        "%s does not tell its clock: %d %s"
                                .formatted(service.moduleName(), answer.status(), answer.text()));
            }
            states.put(service, answer.body());
        }
        return states;
    }

    private static Map<Service, JsonNode> marks(Map<Service, JsonNode> states) {
        Map<Service, JsonNode> marks = new LinkedHashMap<>();
        states.forEach((service, state) -> marks.put(service, state.path("marks")));
        return marks;
    }

    private static boolean idle(JsonNode state) {
        return work(state) == 0;
    }

    private static long work(JsonNode state) {
        return sum(state.path("relayLag"))
                + sum(state.path("consumerLag"))
                + sum(state.path("due"));
    }

    /** A number, or all numbers of an object or a list. */
    private static long sum(JsonNode node) {
        if (node.isNumber()) {
            return node.asLong();
        }
        long sum = 0;
        for (JsonNode child : node) {
            sum += sum(child);
        }
        return sum;
    }

    private String address(Service service) {
        return stack.url(service) + "/admin/clock";
    }
}
