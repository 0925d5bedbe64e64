package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ClientRef;
import io.guanxi.contracts.clients.ExternalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a fact must be like, whoever it is about. */
final class FactRules {
    static final Set<String> ATTRIBUTES =
            Set.of("initiator", "account", "kind", "product", "category");
    private static final int LONGEST_CODE = 64;

    /** Facts stay when their client is erased: no name in another script or of two words is one. */
    private static final String SIGNS = "._-:/#+";

    private static final int DECIMALS = 4;
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Optional<Rejection> FINE = Optional.empty();

    private final String baseCurrency;

    FactRules(String baseCurrency) {
        this.baseCurrency = baseCurrency;
    }

    /** The first rule that the fact breaks. */
    Optional<Rejection> broken(ActivityFact fact) {
        return code("/id", fact.id())
                .or(() -> code("/source", fact.source()))
                .or(() -> client(fact.client()))
                .or(() -> present("/type", fact.type()))
                .or(() -> at(fact.at()))
                .or(() -> number("/amount", fact.amount()))
                .or(() -> number("/value", fact.value()))
                .or(() -> currency(fact.currency()))
                .or(() -> attributes(fact.attributes()))
                .or(() -> content(fact));
    }

    private static Optional<Rejection> client(ClientRef client) {
        return switch (client) {
            case null -> present("/client", null);
            case ClientRef.ById _ -> FINE;
            case ClientRef.ByExternalId(ExternalId(String system, String value)) ->
                    code("/client/system", system).or(() -> code("/client/value", value));
        };
    }

    private static Optional<Rejection> at(Instant at) {
        if (at == null) {
            return present("/at", null);
        }
        return at.isBefore(EARLIEST) || at.isAfter(LATEST)
                ? reject("/at", "must lie between 1900 and 2200")
                : FINE;
    }

    private static Optional<Rejection> number(String pointer, BigDecimal number) {
        if (number == null) {
            return FINE;
        }
        boolean fits = number.abs().compareTo(LARGEST) < 0 && number.scale() <= DECIMALS;
        return fits ? FINE : reject(pointer, "must be below 1e15, with at most 4 decimals");
    }

    private Optional<Rejection> currency(String currency) {
        return currency == null || currency.equals(baseCurrency)
                ? FINE
                : Optional.of(
                        new Rejection(
                                Rejection.FOREIGN_CURRENCY,
                                "Amounts are taken in " + baseCurrency + " only.",
                                "/currency"));
    }

    private static Optional<Rejection> attributes(Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String pointer = "/attributes/" + attribute.getKey();
            if (!ATTRIBUTES.contains(attribute.getKey())) {
                return reject(pointer, "is not an attribute that is known");
            }
            Optional<Rejection> wrong = code(pointer, attribute.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return FINE;
    }

    private static Optional<Rejection> content(ActivityFact fact) {
        return switch (fact.type()) {
            case TRANSACTION, BALANCE, REVENUE -> present("/amount", fact.amount());
            case HEADCOUNT, MEMBERS -> within(fact.value(), LARGEST);
            case QUALIFICATION, COMPLIANCE -> within(fact.value(), HUNDRED);
            case PRODUCT, CREDIT_EVENT, MATURITY, LIMIT, OVERDUE -> FINE;
        };
    }

    private static Optional<Rejection> within(BigDecimal value, BigDecimal highest) {
        if (value == null) {
            return present("/value", null);
        }
        boolean fits = value.signum() >= 0 && value.compareTo(highest) <= 0;
        return fits ? FINE : reject("/value", "must lie between 0 and " + highest.toPlainString());
    }

    private static Optional<Rejection> code(String pointer, String code) {
        if (code == null) {
            return present(pointer, null);
        }
        boolean fits =
                !code.isEmpty()
                        && code.length() <= LONGEST_CODE
                        && isAlphanumeric(code.charAt(0))
                        && code.chars().allMatch(c -> isAlphanumeric(c) || SIGNS.indexOf(c) >= 0);
        return fits
                ? FINE
                : reject(pointer, "must have 1 to 64 letters, digits or any of " + SIGNS);
    }

    private static boolean isAlphanumeric(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static Optional<Rejection> present(String pointer, Object value) {
        return value == null ? reject(pointer, "is required for this fact") : FINE;
    }

    private static Optional<Rejection> reject(String pointer, String detail) {
        return Optional.of(Rejection.malformed(pointer, pointer.substring(1) + " " + detail + "."));
    }
}
