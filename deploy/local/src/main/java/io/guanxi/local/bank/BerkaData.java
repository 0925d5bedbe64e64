package io.guanxi.local.bank;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of the Berka bank as they were known in the morning of a day; later rows are counted.
 */
final class BerkaData {
    record District(int id, String name, String region) {}

    record Person(int id, LocalDate birthday, boolean woman, int district) {}

    record Account(int id, LocalDate opened, String frequency) {}

    record Loan(
            int id, int account, LocalDate granted, BigDecimal amount, int months, String status) {}

    record Card(int id, int client, String kind, LocalDate issued) {}

    record Order(int id, int account, BigDecimal amount, String purpose) {}

    record Movement(
            int id,
            LocalDate day,
            boolean credit,
            BigDecimal amount,
            String operation,
            String purpose) {
        BigDecimal signed() {
            return credit ? amount : amount.negate();
        }

        boolean fee() {
            return purpose.equals("SLUZBY") || purpose.equals("SANKC. UROK");
        }

        /** Interest, fees and penalties are the bank's own doing, not the client's. */
        boolean byTheBank() {
            return fee() || purpose.equals("UROK");
        }
    }

    final List<District> districts = new ArrayList<>();
    final List<Person> persons = new ArrayList<>();
    final Map<Integer, Account> accounts = new LinkedHashMap<>();
    final Map<Integer, Integer> ownerOf = new HashMap<>();
    final Map<Integer, LocalDate> clientSince = new HashMap<>();
    final List<Loan> loans = new ArrayList<>();
    final List<Card> cards = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final Map<Integer, List<Movement>> movements = new HashMap<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    private final Path directory;
    private final LocalDate opens;
    private final Map<Integer, Integer> clientOfDisposition = new HashMap<>();
    private final Map<String, Long> later = new LinkedHashMap<>();

    BerkaData(Path directory, LocalDate opens) {
        this.directory = directory;
        this.opens = opens;
        readPeople();
        readHoldings();
        readMovements();
        later.forEach(
                (what, count) -> leftOut.add(new LeftOut(what, count, "on or after " + opens)));
    }

    private void readPeople() {
        table("district")
                .forEach(
                        3,
                        row ->
                                districts.add(
                                        new District(number(row.get(0)), row.get(1), row.get(2))));
        table("client").forEach(3, row -> persons.add(person(row)));
        table("account")
                .forEach(
                        4,
                        row -> {
                            Account account =
                                    new Account(number(row.get(0)), date(row.get(3)), row.get(2));
                            if (known(account.opened(), "accounts opened")) {
                                accounts.put(account.id(), account);
                            }
                        });
        table("disp").forEach(4, this::disposition);
    }

    private void disposition(List<String> row) {
        int client = number(row.get(1));
        Account account = accounts.get(number(row.get(2)));
        clientOfDisposition.put(number(row.get(0)), client);
        if (account == null) {
            return;
        }
        if (row.get(3).equals("OWNER")) {
            ownerOf.put(account.id(), client);
        }
        clientSince.merge(client, account.opened(), (a, b) -> a.isBefore(b) ? a : b);
    }

    private void readHoldings() {
        table("loan")
                .forEach(
                        7,
                        row -> {
                            Loan loan =
                                    new Loan(
                                            number(row.get(0)),
                                            number(row.get(1)),
                                            date(row.get(2)),
                                            new BigDecimal(row.get(3)),
                                            number(row.get(4)),
                                            row.get(6));
                            if (known(loan.granted(), "loans granted")) {
                                loans.add(loan);
                            }
                        });
        table("card")
                .forEach(
                        4,
                        row -> {
                            Card card =
                                    new Card(
                                            number(row.get(0)),
                                            clientOfDisposition.get(number(row.get(1))),
                                            row.get(2),
                                            date(row.get(3).substring(0, 6)));
                            if (known(card.issued(), "cards issued")) {
                                cards.add(card);
                            }
                        });
        table("order")
                .forEach(
                        6,
                        row -> {
                            Order order =
                                    new Order(
                                            number(row.get(0)),
                                            number(row.get(1)),
                                            new BigDecimal(row.get(4)),
                                            row.get(5));
                            if (accounts.containsKey(order.account())) {
                                orders.add(order);
                            } else {
                                later.merge("standing orders of accounts opened", 1L, Long::sum);
                            }
                        });
    }

    private void readMovements() {
        later.put("transactions", 0L);
        table("trans")
                .forEach(
                        8,
                        row -> {
                            LocalDate day = date(row.get(2));
                            if (known(day, "transactions")) {
                                movements
                                        .computeIfAbsent(
                                                number(row.get(1)), account -> new ArrayList<>())
                                        .add(
                                                new Movement(
                                                        number(row.get(0)),
                                                        day,
                                                        row.get(3).equals("PRIJEM"),
                                                        new BigDecimal(row.get(5)),
                                                        row.get(4),
                                                        row.get(7)));
                            }
                        });
    }

    private boolean known(LocalDate day, String what) {
        if (!day.isBefore(opens)) {
            later.merge(what, 1L, Long::sum);
            return false;
        }
        return true;
    }

    private BerkaTable table(String name) {
        return BerkaTable.of(directory, name);
    }

    /** A birth number is YYMMDD; 50 is added to the month of a woman's. */
    static Person person(List<String> row) {
        String birth = row.get(1);
        int month = number(birth.substring(2, 4));
        boolean woman = month > 50;
        LocalDate birthday =
                LocalDate.of(
                        1900 + number(birth.substring(0, 2)),
                        woman ? month - 50 : month,
                        number(birth.substring(4, 6)));
        return new Person(number(row.get(0)), birthday, woman, number(row.get(2)));
    }

    private static LocalDate date(String yymmdd) {
        return LocalDate.of(
                1900 + number(yymmdd.substring(0, 2)),
                number(yymmdd.substring(2, 4)),
                number(yymmdd.substring(4, 6)));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
