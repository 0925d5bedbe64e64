package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ClientRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The definitions of churn risk and tier, reckoned plainly, to see that a bank holds what the demo
 * promises. The scoring service has the real rules.
 */
final class Reckoning {
    static final class Client {
        final Map<YearMonth, BigDecimal> revenue = new HashMap<>();
        final Map<YearMonth, BigDecimal> balance = new HashMap<>();
        final Set<LocalDate> days = new HashSet<>();
        double headcount;
        double qualification;
    }

    private final LocalDate today;
    private final Map<UUID, Client> clients = new HashMap<>();

    Reckoning(Stream<ActivityFact> facts, LocalDate today, ZoneId zone) {
        this.today = today;
        facts.forEach(fact -> take(fact, fact.at().atZone(zone).toLocalDate()));
    }

    private void take(ActivityFact fact, LocalDate day) {
        Client client =
                clients.computeIfAbsent(((ClientRef.ById) fact.client()).id(), id -> new Client());
        switch (fact.type()) {
            case TRANSACTION -> {
                if (!"BANK".equals(fact.attributes().get("initiator"))) {
                    client.days.add(day);
                }
            }
            case REVENUE ->
                    client.revenue.merge(YearMonth.from(day), fact.amount(), BigDecimal::add);
            case BALANCE -> client.balance.put(YearMonth.from(day), fact.amount());
            case HEADCOUNT -> client.headcount = fact.value().doubleValue();
            case QUALIFICATION -> client.qualification = fact.value().doubleValue();
            default -> {
                // Other facts decide neither risk nor tier.
            }
        }
    }

    Client client(UUID id) {
        return clients.get(id);
    }

    int clients() {
        return clients.size();
    }

    BigDecimal revenue(UUID id, int monthsBack, int months) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int back = monthsBack; back > monthsBack - months; back--) {
            sum =
                    sum.add(
                            clients.get(id)
                                    .revenue
                                    .getOrDefault(
                                            YearMonth.from(today).minusMonths(back),
                                            BigDecimal.ZERO));
        }
        return sum;
    }

    long days(UUID id, int fromBack, int toBack) {
        return clients.get(id).days.stream()
                .filter(day -> day.isAfter(today.minusDays(fromBack)))
                .filter(day -> !day.isAfter(today.minusDays(toBack)))
                .count();
    }

    /** The rounded risk, or null where the history is under 90 days. */
    Double risk(UUID id) {
        Client client = clients.get(id);
        LocalDate first = client.days.stream().min(Comparator.naturalOrder()).orElse(today);
        long history = today.toEpochDay() - first.toEpochDay();
        if (history < 90) {
            return null;
        }
        LocalDate last = client.days.stream().max(Comparator.naturalOrder()).orElseThrow();
        double idle = clamp((today.toEpochDay() - last.toEpochDay()) / 90.0);
        double before = days(id, 180, 90);
        double now = days(id, 90, 0);
        double frequency =
                history < 180 ? 0 : before > 0 ? clamp((before - now) / before) : now == 0 ? 1 : 0;
        double risk = 100 * (.30 * revenueDrop(id) + .25 * frequency + .20 * idle);
        return Math.round(risk * 10) / 10.0;
    }

    private double revenueDrop(UUID id) {
        YearMonth first =
                clients.get(id).revenue.keySet().stream()
                        .min(Comparator.naturalOrder())
                        .orElse(YearMonth.from(today));
        if (first.isAfter(YearMonth.from(today).minusMonths(6))) {
            return 0;
        }
        double before = revenue(id, 6, 3).doubleValue();
        double now = revenue(id, 3, 3).doubleValue();
        return before > 0 ? clamp((before - now) / before / 0.5) : now <= 0 ? 1 : 0;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Best first, by the weights of F1 over percent ranks. */
    List<UUID> ranked(List<UUID> cohort, boolean organisations) {
        List<Map<UUID, Double>> inputs = new ArrayList<>();
        List<Double> weights =
                organisations ? List.of(.35, .25, .15, .10, .15) : List.of(.30, .55, .0, .0, .15);
        for (int input = 0; input < 5; input++) {
            inputs.add(points(cohort, input));
        }
        Map<UUID, Double> score = new HashMap<>();
        for (UUID id : cohort) {
            double sum = 0;
            for (int input = 0; input < 5; input++) {
                sum += weights.get(input) * inputs.get(input).getOrDefault(id, 0.0);
            }
            score.put(id, sum);
        }
        return cohort.stream()
                .sorted(Comparator.comparing((UUID id) -> score.get(id)).reversed())
                .toList();
    }

    private Map<UUID, Double> points(List<UUID> cohort, int input) {
        List<UUID> sorted =
                cohort.stream().sorted(Comparator.comparingDouble(id -> input(id, input))).toList();
        Map<UUID, Double> points = new HashMap<>();
        for (int less = 0; less < sorted.size(); less++) {
            points.put(sorted.get(less), 100.0 * less / (sorted.size() - 1));
        }
        return points;
    }

    private double input(UUID id, int input) {
        Client client = clients.get(id);
        return switch (input) {
            case 0 -> revenue(id, 12, 12).doubleValue();
            case 1 -> client.balance.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
            case 2 -> client.qualification;
            case 3 -> client.headcount;
            default -> {
                double before = revenue(id, 6, 3).doubleValue();
                yield before <= 0 ? -1 : (revenue(id, 3, 3).doubleValue() - before) / before;
            }
        };
    }
}
