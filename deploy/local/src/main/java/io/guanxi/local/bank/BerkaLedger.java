package io.guanxi.local.bank;

import io.guanxi.local.bank.BerkaData.Account;
import io.guanxi.local.bank.BerkaData.Movement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The Berka tables as facts. A shared account belongs to its owner. */
final class BerkaLedger {
    private static final String SOURCE = "berka";

    private final BerkaData data;
    private final YearMonth openMonth;

    BerkaLedger(BerkaData data, LocalDate opens) {
        this.data = data;
        this.openMonth = YearMonth.from(opens);
    }

    Stream<FactLine> facts() {
        return Stream.concat(holdings(), data.accounts.values().stream().flatMap(this::account));
    }

    private Stream<FactLine> holdings() {
        Stream<FactLine> loans =
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
        Stream<FactLine> cards =
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
        Stream<FactLine> orders =
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

    private Stream<FactLine> account(Account account) {
        UUID client = client(account.id());
        List<Movement> movements = data.movements.getOrDefault(account.id(), List.of());
        FactLine opening =
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

    private static FactLine transaction(Account account, UUID client, Movement movement) {
        return FactLine.money(
                "trans-" + movement.id(),
                SOURCE,
                client,
                "TRANSACTION",
                at(movement.day()),
                movement.amount(),
                BerkaBank.CURRENCY,
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

    private static Stream<FactLine> balances(
            Account account, UUID client, List<Movement> movements) {
        return BerkaRevenue.balances(movements).entrySet().stream()
                .map(
                        day ->
                                FactLine.money(
                                        "balance-" + account.id() + "-" + day.getKey(),
                                        SOURCE,
                                        client,
                                        "BALANCE",
                                        at(day.getKey()),
                                        day.getValue(),
                                        BerkaBank.CURRENCY,
                                        Map.of("account", account(account.id()))));
    }

    private Stream<FactLine> revenue(Account account, UUID client, List<Movement> movements) {
        return BerkaRevenue.months(movements, openMonth).stream()
                .map(
                        month ->
                                FactLine.money(
                                        "revenue-" + account.id() + "-" + month.month(),
                                        SOURCE,
                                        client,
                                        "REVENUE",
                                        at(month.month().atEndOfMonth()),
                                        month.revenue(),
                                        BerkaBank.CURRENCY,
                                        Map.of("account", account(account.id()))));
    }

    private static FactLine product(
            String id, UUID client, LocalDate day, BigDecimal amount, Map<String, String> about) {
        return amount == null
                ? FactLine.value(id, SOURCE, client, "PRODUCT", at(day), "1", about)
                : FactLine.money(
                        id, SOURCE, client, "PRODUCT", at(day), amount, BerkaBank.CURRENCY, about);
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

    /** The data has days but no hours: noon is the same day in every zone. */
    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(BerkaBank.ZONE).toInstant();
    }
}
