package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.local.bank.BerkaData.Account;
import io.guanxi.local.bank.BerkaData.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The Berka tables as facts. A shared account belongs to its owner. */
final class BerkaLedger {
    private static final Facts MAKE = new Facts("berka", BerkaBank.CURRENCY, BerkaBank.ZONE);

    private final BerkaData data;
    private final YearMonth openMonth;

    BerkaLedger(BerkaData data, LocalDate opens) {
        this.data = data;
        this.openMonth = YearMonth.from(opens);
    }

    Stream<ActivityFact> facts() {
        return Stream.concat(holdings(), data.accounts.values().stream().flatMap(this::account));
    }

    private Stream<ActivityFact> holdings() {
        Stream<ActivityFact> loans =
                data.loans.stream()
                        .map(
                                loan ->
                                        product(
                                                "loan-" + loan.id(),
                                                client(loan.account()),
                                                loan.granted(),
                                                loan.amount(),
                                                Map.of(
                                                        "product", "LOAN",
                                                        "account", account(loan.account()),
                                                        "category", loan.status())));
        Stream<ActivityFact> cards =
                data.cards.stream()
                        .map(
                                card ->
                                        product(
                                                "card-" + card.id(),
                                                BerkaBank.clientId(card.client()),
                                                card.issued(),
                                                null,
                                                Map.of(
                                                        "product",
                                                        "CARD",
                                                        "category",
                                                        card.kind())));
        Stream<ActivityFact> orders =
                data.orders.stream()
                        .map(
                                order ->
                                        product(
                                                "order-" + order.id(),
                                                client(order.account()),
                                                data.accounts.get(order.account()).opened(),
                                                order.amount(),
                                                orderAttributes(order)));
        return Stream.of(loans, cards, orders).flatMap(facts -> facts);
    }

    private static Map<String, String> orderAttributes(BerkaData.Order order) {
        return Map.of(
                "product", "STANDING_ORDER",
                "account", account(order.account()),
                "category", purpose(order.purpose()));
    }

    private Stream<ActivityFact> account(Account account) {
        UUID client = client(account.id());
        List<Movement> movements = data.movements.getOrDefault(account.id(), List.of());
        ActivityFact opening =
                product(
                        "account-" + account.id(),
                        client,
                        account.opened(),
                        null,
                        Map.of("product", "ACCOUNT", "account", account(account.id())));
        return Stream.of(
                        Stream.of(opening),
                        movements.stream().map(movement -> transaction(account, client, movement)),
                        balances(account, client, movements),
                        revenue(account, client, movements))
                .flatMap(facts -> facts);
    }

    private static ActivityFact transaction(Account account, UUID client, Movement movement) {
        return MAKE.money(
                "trans-" + movement.id(),
                client,
                ActivityType.TRANSACTION,
                movement.day(),
                movement.amount(),
                Map.of(
                        "initiator",
                        movement.byTheBank() ? "BANK" : "CLIENT",
                        "account",
                        account(account.id()),
                        "kind",
                        movement.credit() ? "CREDIT" : "DEBIT",
                        "category",
                        purpose(movement.purpose())));
    }

    private static Stream<ActivityFact> balances(
            Account account, UUID client, List<Movement> movements) {
        return BerkaRevenue.balances(movements).entrySet().stream()
                .map(
                        day ->
                                MAKE.money(
                                        "balance-" + account.id() + "-" + day.getKey(),
                                        client,
                                        ActivityType.BALANCE,
                                        day.getKey(),
                                        day.getValue(),
                                        Map.of("account", account(account.id()))));
    }

    private Stream<ActivityFact> revenue(Account account, UUID client, List<Movement> movements) {
        return BerkaRevenue.months(movements, openMonth).stream()
                .map(
                        month ->
                                MAKE.money(
                                        "revenue-" + account.id() + "-" + month.month(),
                                        client,
                                        ActivityType.REVENUE,
                                        month.month().atEndOfMonth(),
                                        month.revenue(),
                                        Map.of("account", account(account.id()))));
    }

    private static ActivityFact product(
            String id, UUID client, LocalDate day, BigDecimal amount, Map<String, String> about) {
        return amount == null
                ? MAKE.number(id, client, ActivityType.PRODUCT, day, 1, about)
                : MAKE.money(id, client, ActivityType.PRODUCT, day, amount, about);
    }

    private UUID client(int account) {
        return BerkaBank.clientId(data.ownerOf.get(account));
    }

    private static String account(int id) {
        return "B" + id;
    }

    private static String purpose(String czech) {
        return switch (czech) {
            case "UROK" -> "INTEREST";
            case "SLUZBY" -> "STATEMENT_FEE";
            case "SANKC. UROK" -> "PENALTY_INTEREST";
            case "SIPO" -> "HOUSEHOLD";
            case "DUCHOD" -> "PENSION";
            case "POJISTNE" -> "INSURANCE";
            case "UVER" -> "LOAN_PAYMENT";
            case "LEASING" -> "LEASING";
            default -> "OTHER";
        };
    }
}
